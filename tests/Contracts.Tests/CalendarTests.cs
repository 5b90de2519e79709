using FsCheck;
using FsCheck.Fluent;

namespace Platform.Contracts.Tests;

public sealed class CalendarTests
{
    private static readonly Arbitrary<DateOnly> Days = Gen.Choose(0, 365 * 60)
        .Select(n => new DateOnly(2000, 1, 1).AddDays(n))
        .ToArbitrary();

    [Theory]
    [InlineData(2025, 3, 31, "2024/25", 4)]
    [InlineData(2025, 4, 1, "2025/26", 1)]
    [InlineData(2024, 2, 29, "2023/24", 4)]
    [InlineData(2023, 10, 1, "2023/24", 3)]
    public void ADay_FallsIn_ItsYearAndQuarter(int year, int month, int day, string financialYear, int quarter)
    {
        var date = new DateOnly(year, month, day);
        Assert.Equal(financialYear, FinancialYear.Of(date).ToString());
        Assert.Equal(quarter, Quarter.Of(date).Number);
    }

    // A witness: somebody else's table of the same days.
    [Fact]
    public void BankHolidays_OfEnglandAndWales_AreThoseOfAnotherTable()
    {
        var others = new PublicHoliday.UKBankHoliday();
        for (var day = new DateOnly(2015, 1, 1); day.Year < 2041; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                Assert.True(
                    others.IsPublicHoliday(day.ToDateTime(default)) == WorkingDayCalendar.EnglandAndWales.IsBankHoliday(day),
                    $"{day:yyyy-MM-dd}"
                );
    }

    [Fact]
    public void InAddress_HasNothingToEscape() =>
        Assert.Equal(("2024-25-q1", "2024-25"), (new Quarter(new(2024), 1).InAddress, new FinancialYear(2024).InAddress));

    [Theory]
    [InlineData(null)]
    [InlineData("2024-25")]
    [InlineData("2024/25-q1")]
    [InlineData("2024-25-q5")]
    [InlineData("2024-26-q1")]
    public void FromAddress_Wrong_IsNull(string? text) => Assert.Null(Quarter.FromAddress(text));

    [Fact]
    public void Label_IsTheBoardPapers() => Assert.Equal("Q1 2024/25: Apr 2024 - Jun 2024", new Quarter(new(2024), 1).Label);

    [Fact]
    public void EveryDay_IsInItsQuarter_AndTheQuarterInItsYear() =>
        Prop.ForAll(
                Days,
                day =>
                {
                    var quarter = Quarter.Of(day);
                    Assert.InRange(day, quarter.From, quarter.To);
                    Assert.Equal(FinancialYear.Of(day), quarter.Year);
                    Assert.Equal(quarter, Quarter.Parse(quarter.ToString()));
                    Assert.Equal(quarter, Quarter.FromAddress(quarter.InAddress));
                    Assert.Equal(quarter.Next.From, quarter.To.AddDays(1));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Covering_CoversThePeriodOnce_WithoutGap() =>
        Prop.ForAll(
                Days,
                Gen.Choose(0, 2000).ToArbitrary(),
                (from, length) =>
                {
                    var to = from.AddDays(length);
                    var quarters = Quarter.Covering(from, to).ToList();
                    Assert.InRange(from, quarters[0].From, quarters[0].To);
                    Assert.InRange(to, quarters[^1].From, quarters[^1].To);
                    Assert.All(quarters.Zip(quarters.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2024/26")]
    [InlineData("24/25")]
    [InlineData("0000/01")]
    [InlineData("9999/00")]
    [InlineData("9999/00 Q4")]
    [InlineData("2024/25 Q5")]
    [InlineData(null)]
    public void Parse_Wrong_IsNull(string? text)
    {
        Assert.Null(FinancialYear.Parse(text));
        Assert.Null(Quarter.Parse(text));
    }

    /// <summary>gov.uk/bank-holidays, England and Wales.</summary>
    [Theory]
    [InlineData("2021-12-27")]
    [InlineData("2021-12-28")]
    [InlineData("2022-06-02")]
    [InlineData("2022-06-03")]
    [InlineData("2022-09-19")]
    [InlineData("2022-12-26")]
    [InlineData("2022-12-27")]
    [InlineData("2023-01-02")]
    [InlineData("2023-05-08")]
    [InlineData("2024-03-29")]
    [InlineData("2024-04-01")]
    [InlineData("2024-05-06")]
    [InlineData("2024-05-27")]
    [InlineData("2024-08-26")]
    [InlineData("2025-04-18")]
    [InlineData("2025-04-21")]
    [InlineData("2026-12-28")]
    [InlineData("2027-12-27")]
    [InlineData("2027-12-28")]
    public void BankHoliday_IsNotAWorkingDay(string day) => Assert.False(WorkingDays.Contains(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2020-05-04")]
    [InlineData("2022-05-30")]
    [InlineData("2024-12-24")]
    [InlineData("2023-12-27")]
    public void OtherWeekday_IsAWorkingDay(string day) => Assert.True(WorkingDays.Contains(DateOnly.Parse(day, null)));

    /// <summary>Seed 000: a request of 4 February 2021 was due on the 20th working day, 4 March.</summary>
    [Fact]
    public void TwentiethWorkingDay_OfSeed000_Is4March() => Assert.Equal(new(2021, 3, 4), WorkingDays.Add(new(2021, 2, 4), 20));

    /// <summary>gov.uk/bank-holidays, Scotland and Northern Ireland: no working days for freedom of information.</summary>
    [Theory]
    [InlineData("2021-01-04")]
    [InlineData("2022-01-04")]
    [InlineData("2023-01-03")]
    [InlineData("2024-03-18")]
    [InlineData("2024-08-05")]
    [InlineData("2024-12-02")]
    [InlineData("2025-01-02")]
    [InlineData("2025-07-14")]
    public void BankHoliday_OfAnotherNation_IsAWorkingDayHereAlone(string typed)
    {
        var day = DateOnly.Parse(typed, null);
        Assert.Equal((true, false), (WorkingDays.Contains(day), WorkingDayCalendar.UnitedKingdom.Contains(day)));
    }

    [Fact]
    public void ARowOfAnOfficesOwnTable_IsReadAsItIsSeen_OrSaysWhatToWrite()
    {
        var proclaimed = Row(" 2026-06-15\u200b", "Jubilee", "England and Wales; Scotland");
        Assert.Equal(new(2026, 6, 15), proclaimed.Day);
        Assert.Equal([BankHoliday.EnglandAndWales, BankHoliday.Scotland], proclaimed.Nations);
        Assert.EndsWith("write its day like 2025-12-25.", Wrong("15/06/2026", "Scotland"));
        Assert.Contains("not “Wales”", Wrong("2026-06-15", "England and Wales;Wales"));

        static string Wrong(string day, string nations) => Assert.Throws<InvalidDataException>(() => Row(day, "Jubilee", nations)).Message;
        static BankHoliday Row(string day, string name, string nations) =>
            BankHoliday.Read(
                new Dictionary<string, string>
                {
                    ["day"] = day,
                    ["name"] = name,
                    ["nations"] = nations,
                }
            );
    }

    [Fact]
    public void EveryYear_HasItsBankHolidays()
    {
        foreach (var year in Enumerable.Range(2005, 46))
        {
            var days = BankHoliday.All.Where(h => h.Day.Year == year).ToList();
            Assert.InRange(days.Count(h => h.Nations.Contains(BankHoliday.EnglandAndWales)), 8, 10);
            Assert.InRange(days.Count(h => h.Nations.Contains(BankHoliday.Scotland)), 8, 11);
            Assert.InRange(days.Count(h => h.Nations.Contains(BankHoliday.NorthernIreland)), 10, 12);
            Assert.All(days, h => Assert.False(h.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        }
    }

    [Fact]
    public void Between_CountsEachWorkingDayOnce() =>
        Prop.ForAll(
                Days,
                Gen.Choose(-40, 2000).ToArbitrary(),
                (day, count) =>
                    Assert.Equal(
                        Enumerable.Range(1, Math.Max(0, count)).Count(n => WorkingDays.Contains(day.AddDays(n))),
                        WorkingDays.Between(day, day.AddDays(count))
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Add_AndBetween_Agree() =>
        Prop.ForAll(
                Days,
                Gen.Choose(1, 60).ToArbitrary(),
                (day, count) =>
                {
                    var later = WorkingDays.Add(day, count);
                    Assert.True(WorkingDays.Contains(later));
                    Assert.Equal(count, WorkingDays.Between(day, later));
                    Assert.True(WorkingDays.Contains(WorkingDays.Add(day, 0)));
                }
            )
            .QuickCheckThrowOnFailure();
}
