using FsCheck;
using FsCheck.Fluent;

namespace Platform.Contracts.Tests;

public sealed class LondonTests
{
    [Fact]
    public void EndOfFebruary_InWinter_IsMidnightUtc() =>
        Assert.Equal(DateTimeOffset.Parse("2025-03-01T00:00:00Z", null), London.EndOf(new(2025, 2, 28)));

    [Fact]
    public void EndOfASummerDay_IsElevenUtc() =>
        Assert.Equal(DateTimeOffset.Parse("2025-07-31T23:00:00Z", null), London.EndOf(new(2025, 7, 31)));

    [Fact]
    public void LeapYear_EndOfFebruary_IsAfterThe29th() => Assert.Equal(London.StartOf(new(2024, 3, 1)), London.EndOf(new(2024, 2, 29)));

    [Theory]
    [InlineData(2025, 3, 30, 23)]
    [InlineData(2025, 10, 26, 25)]
    [InlineData(2025, 2, 28, 24)]
    public void ADay_OfAClockChange_HasItsHours(int year, int month, int day, int hours) =>
        Assert.Equal(hours, (London.EndOf(new(year, month, day)) - London.StartOf(new(year, month, day))).TotalHours);

    [Fact]
    public void Deadline_IsShownAsItsLastSecond() =>
        Assert.Equal("11:59:59pm on Friday 28 February 2025", London.Deadline(London.EndOf(new(2025, 2, 28))));

    [Fact]
    public void SkippedTime_AndTimeThatComesTwice_AreOneInstant()
    {
        Assert.Equal(DateTimeOffset.Parse("2025-03-30T01:30:00Z", null), London.At(new(2025, 3, 30), new(1, 30)));
        Assert.Equal(DateTimeOffset.Parse("2025-10-26T00:30:00Z", null), London.At(new(2025, 10, 26), new(1, 30)));
    }

    [Fact]
    public void EveryInstant_IsOnTheDayWhoseStartAndEndEncloseIt() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seconds =>
                {
                    var at = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
                    var day = London.DateOf(at);
                    Assert.True(London.StartOf(day) <= at && at < London.EndOf(day));
                }
            )
            .QuickCheckThrowOnFailure();
}
