namespace Platform.Contracts.Tests;

public sealed class KeepingTableTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(Root(), "contracts", "keeping.csv"));

    [Fact]
    public void Shipped_HasEachKindOnce_WithItsPeriod()
    {
        var table = KeepingTable.Read(null);
        Assert.Equal(DataKinds.Forgotten.Concat(DataKinds.Kept).Order(), table.All.Select(d => d.Kind).Order());
        Assert.Equal(new(2, KeepingUnit.Years), table.PeriodOf(DataKinds.Accounts));
        Assert.Equal("2 years after the day on which the account was closed", table.All[0].HowLong);
        Assert.All(DataKinds.Kept, kind => Assert.Null(table.All.Single(d => d.Kind == kind).Period));
    }

    [Fact]
    public void AnOfficesOwnPeriod_Counts() =>
        Assert.Equal(
            new(18, KeepingUnit.Months),
            Read(Shipped.Replace(",2 years,the day on which", ",18 months,the day on which")).PeriodOf("accounts")
        );

    [Theory]
    [InlineData(
        "2 years,the day on which the account",
        "0 years,the day on which the account",
        "Keeping:File, accounts: write its period like"
    )]
    [InlineData("2 years,the day on which the account", "two years,the day on which the account", "not “two years”")]
    [InlineData("2 years,the day on which the account", ",the day on which the account", "Keeping:File, accounts: write its period like")]
    [InlineData("2 years,the day on which the account", "101 years,the day on which the account", "up to 100 years")]
    [InlineData("2 years,the day on which the account", "-2 years,the day on which the account", "not “-2 years”")]
    [InlineData("2 years,the day on which the account", "with the record,the day on which the account", "not “with the record”")]
    [InlineData("with the record,the day of the act", "1 year,the day of the act", "Keeping:File, records: it is kept “with the record”")]
    [InlineData("devices,The", "gadgets,The", "a line for gadgets, which the platform does not know")]
    [InlineData("devices,The", "sessions,The", "Keeping:File has 2 lines for sessions")]
    [InlineData("kind,what", "kind,which", "Keeping:File needs the columns kind, what")]
    [InlineData("Where and when they were signed in, on what kind of device; one-time links", "", "sessions: what is empty")]
    public void Nonsense_IsRefused_InWords(string from, string to, string said)
    {
        Assert.Contains(from, Shipped);
        Assert.Contains(said, Assert.Throws<InvalidOperationException>(() => Read(Shipped.Replace(from, to))).Message);
    }

    [Fact]
    public void AMissingFileOrLine_IsRefused()
    {
        Assert.Contains("cannot be read", Assert.Throws<InvalidOperationException>(() => KeepingTable.Read("/nowhere.csv")).Message);
        var without = string.Join('\n', Shipped.Split('\n').Where(l => !l.StartsWith("letters,", StringComparison.Ordinal)));
        Assert.Contains("has 0 lines for letters", Assert.Throws<InvalidOperationException>(() => Read(without)).Message);
    }

    [Theory]
    [InlineData("3 years", "2024-02-29", "2027-03-01")]
    [InlineData("1 year", "2025-03-01", "2026-03-01")]
    [InlineData("90 days", "2025-01-01", "2025-04-01")]
    [InlineData("1 month", "2025-01-31", "2025-03-01")]
    public void WhatIsOfADay_IsKeptUntil(string period, string of, string until)
    {
        var read = KeepingPeriod.Read(period)!;
        var (day, end) = (DateOnly.Parse(of), DateOnly.Parse(until));
        Assert.True(day > read.Before(end.AddDays(-1)));
        Assert.True(day <= read.Before(end));
        Assert.Equal(period, read.ToString());
    }

    private static KeepingTable Read(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return KeepingTable.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Platform.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
