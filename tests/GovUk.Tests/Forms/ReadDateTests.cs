using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.GovUk.Forms;
using Xunit;

namespace Platform.GovUk.Tests.Forms;

public sealed class ReadDateTests
{
    private readonly ModelStateDictionary state = new();

    [Theory]
    [InlineData("1", "4", "2026")]
    [InlineData(" 01 ", "04", " 2026 ")]
    [InlineData("1", "apr", "2026")]
    [InlineData("1", "APRIL", "2026")]
    [InlineData("1", "Apr.", "2026")]
    public void ReadDate_AnySpelling_IsRead(string day, string month, string year)
    {
        Assert.Equal(new DateOnly(2026, 4, 1), state.ReadDate("Key", new(day, month, year), "Start date"));
        Assert.True(state.IsValid);
    }

    [Fact]
    public void ReadDate_EveryMonthByName_IsRead()
    {
        string[] names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"];
        foreach (var (index, name) in names.Index())
            Assert.Equal(new DateOnly(2026, index + 1, 2), state.ReadDate("Key", new("2", name, "2026"), "Start date"));
    }

    [Theory]
    [InlineData("", " ", null, "Enter the start date", "Day Month Year")]
    [InlineData("1", "", "2026", "Start date must include a month", "Month")]
    [InlineData("", "", "2026", "Start date must include a day and month", "Day Month")]
    [InlineData("32", "", "26", "Start date must include a month", "Month")]
    [InlineData("32", "1", "2026", "Start date must be a real date", "Day")]
    [InlineData("0", "13", "2026", "Start date must be a real date", "Day Month")]
    [InlineData("1", "Janvier", "2026", "Start date must be a real date", "Month")]
    [InlineData("one", "1", "2026", "Start date must be a real date", "Day")]
    [InlineData("1", "1", "soon", "Start date must be a real date", "Year")]
    [InlineData("1", "1", "0000", "Start date must be a real date", "Year")]
    [InlineData("1", "1", "26", "Start date must include a year with 4 numbers", "Year")]
    [InlineData("1", "1", "20266", "Start date must include a year with 4 numbers", "Year")]
    [InlineData("31", "4", "2026", "Start date must be a real date", "Day Month Year")]
    [InlineData("29", "2", "2026", "Start date must be a real date", "Day Month Year")]
    [InlineData("-1", "2", "2026", "Start date must be a real date", "Day")]
    public void ReadDate_Wrong_SaysWhatAndWhere(string? day, string? month, string? year, string message, string parts)
    {
        Assert.Null(state.ReadDate("Key", new(day, month, year), "Start date", new DateOnly(2030, 1, 1)));
        var error = Assert.IsType<DateError>(Assert.Single(state["Key"]!.Errors));
        Assert.Equal(message, error.ErrorMessage);
        Assert.Equal(parts, string.Join(' ', error.Parts));
    }

    [Fact]
    public void ReadDate_NothingPosted_AsksForIt()
    {
        Assert.Null(state.ReadDate("Key", null, "Start date"));
        Assert.Equal("Enter the start date", state["Key"]!.Errors[0].ErrorMessage);
    }

    [Fact]
    public void ReadDate_LeapDay_IsRead() =>
        Assert.Equal(new DateOnly(2028, 2, 29), state.ReadDate("Key", new("29", "feb", "2028"), "Start date"));

    [Theory]
    [InlineData("31", "3", null)]
    [InlineData("1", "4", "ok")]
    [InlineData("30", "4", "ok")]
    [InlineData("1", "5", null)]
    public void ReadDate_Bounds_AreIncluded(string day, string month, string? within)
    {
        var read = state.ReadDate("Key", new(day, month, "2026"), "Start date", new(2026, 4, 1), new(2026, 4, 30));
        Assert.Equal(within is not null, read is not null);
        if (within is null)
            Assert.Equal("Start date must be between 1 April 2026 and 30 April 2026", state["Key"]!.Errors[0].ErrorMessage);
    }

    [Fact]
    public void ReadDate_OneBound_IsNamed()
    {
        state.ReadDate("Early", new("1", "1", "2026"), "Start date", notBefore: new(2026, 4, 1));
        state.ReadDate("Late", new("1", "1", "2027"), "Start date", notAfter: new(2026, 4, 1));
        Assert.Equal("Start date must be on or after 1 April 2026", state["Early"]!.Errors[0].ErrorMessage);
        Assert.Equal("Start date must be on or before 1 April 2026", state["Late"]!.Errors[0].ErrorMessage);
    }

    [Fact]
    public void From_KeptDate_IsReadBackTheSame()
    {
        var kept = new DateOnly(2026, 11, 5);
        Assert.Equal(new TypedDate("5", "11", "2026"), TypedDate.From(kept));
        Assert.Equal(kept, state.ReadDate("Key", TypedDate.From(kept), "Start date"));
        Assert.True(TypedDate.From(null).IsEmpty);
    }
}
