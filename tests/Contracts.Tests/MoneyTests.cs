using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Contracts.Tests;

public sealed class MoneyTests
{
    private const string Comma = "must have a comma only before three digits, and a point before pence, like 1,500.50";
    private const string Nothing = "must be a number: enter 0 if there is none";

    [Theory]
    [InlineData("16875", 1687500)]
    [InlineData("£16,875", 1687500)]
    [InlineData(" £ 18,029.50 ", 1802950)]
    [InlineData("18029.5", 1802950)]
    [InlineData("0", 0)]
    [InlineData("999999999.99", 99999999999)]
    [InlineData("1,234,567.8", 123456780)]
    [InlineData("1 500", 150000)]
    [InlineData("1\u202f500.50", 150050)]
    [InlineData("£\u2009142\u2009000", 14200000)]
    [InlineData("18\u00a0029.5", 1802950)]
    [InlineData("\ufeff1,500\u200b", 150000)]
    [InlineData(".50", 50)]
    [InlineData("1,500.", 150000)]
    [InlineData("1500 £", 150000)]
    [InlineData("£\t1,500\n", 150000)]
    public void Parse_AsPeopleType_IsWholePence(string typed, long pence)
    {
        Assert.Equal(new Money(pence), Money.Parse(typed, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData(10_000, 50, 5_000)]
    [InlineData(10_001, 50, 5_001)]
    [InlineData(1, 1, 1)]
    [InlineData(333, 0, 0)]
    [InlineData(99_999_999_999, 100, 99_999_999_999)]
    public void AtLeast_PartOfAPenny_CountsAsOne(long pence, int percent, long least) =>
        Assert.Equal(new Money(least), new Money(pence).AtLeast(percent));

    [Theory]
    [InlineData("-1", "must be £0 or more")]
    [InlineData("10.005", "must be in pounds and pence, with no more than 2 decimal places")]
    [InlineData("ten", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("1e3", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("1000000000", "must be £999,999,999.99 or less")]
    [InlineData("99999999999999999999999999999999", "must be £999,999,999.99 or less")]
    [InlineData("−1", "must be £0 or more")]
    [InlineData("10.000", "must be in pounds and pence, with no more than 2 decimal places")]
    [InlineData("£5£", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("1£500", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("£", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("1500,50", Comma)]
    [InlineData("1,50", Comma)]
    [InlineData("1234,5", Comma)]
    [InlineData("1,5000", Comma)]
    [InlineData("1500,000", Comma)]
    [InlineData(",500", Comma)]
    [InlineData("1,500,", Comma)]
    [InlineData("1.500,50", Comma)]
    [InlineData("1.500.000", Comma)]
    [InlineData("12 34", Comma)]
    [InlineData("1,500 000", Comma)]
    [InlineData("0,50", Comma)]
    [InlineData("0,500", Comma)]
    [InlineData("00 500", Comma)]
    [InlineData("200\t300", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("1\u200b\r\n500", "must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("-", Nothing)]
    [InlineData(" – ", Nothing)]
    [InlineData("£-", Nothing)]
    [InlineData("—", Nothing)]
    [InlineData("nil", Nothing)]
    [InlineData("N/A", Nothing)]
    public void Parse_Wrong_SaysWhatItMustBe(string typed, string expected)
    {
        Assert.Null(Money.Parse(typed, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void ToString_IsWhatPeopleRead()
    {
        Assert.Equal("£16,875", Money.FromPounds(16875).ToString());
        Assert.Equal("£18,029.50", Money.FromPounds(18029.5m).ToString());
        Assert.Equal("-£0.05", new Money(-5).ToString());
        Assert.Equal("18,029.50", Money.FromPounds(18029.5m).WithoutSign);
    }

    [Fact]
    public void EveryAmount_SurvivesPrintingAndJson() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                pence =>
                {
                    var money = new Money(pence);
                    Assert.Equal(money, Money.Parse(money.ToString(), out _));
                    Assert.Equal(money, JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(money)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1")]
    [InlineData("\"1.001\"")]
    [InlineData("\"one\"")]
    [InlineData("\"79228162514264337593543950335\"")]
    [InlineData("null")]
    public void Json_NotADecimalString_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json));

    [Fact]
    public void FromPounds_FractionOfAPenny_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromPounds(0.001m));

    /// <summary>Seed 001's own sum: year 1 of Oadby and Wigston.</summary>
    [Fact]
    public void Sum_OadbyAndWigstonYearOne_IsTheRecords() =>
        Assert.Equal("£180,268", new[] { 11_000m, 85_060, 11_000, 56_250, 16_958 }.Sum(Money.FromPounds).ToString());
}
