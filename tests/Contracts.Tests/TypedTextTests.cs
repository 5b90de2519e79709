using FsCheck;
using FsCheck.Fluent;

namespace Platform.Contracts.Tests;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  Safer\u00a0 streets ", "Safer streets")]
    [InlineData("Jo\r\nBcc: all", "Jo Bcc: all")]
    [InlineData("a\u2028b\u0085c\td", "a b c d")]
    [InlineData("Mel\u00adton\u200b", "Melton")]
    [InlineData("\ufeffMelton", "Melton")]
    [InlineData("\u202enotleM\u202c", "notleM")]
    [InlineData("\u2066Melton\u2069", "Melton")]
    [InlineData("Mel\0ton\u0007", "Melton")]
    [InlineData("\u3164\u2800\u200d\u034f\ufe0f", "")]
    [InlineData("\u0301 \u20dd\u0488", "")]
    [InlineData("\ue000\U000f0000\ufffc\ufdd0\U0001ffff", "")]
    [InlineData("Zoe\u0308", "Zoe\u0308")]
    [InlineData("Mel\u2065\ufff0ton", "Melton")]
    [InlineData("\ud83dMelton", "Melton")]
    [InlineData("Zoë 🚲", "Zoë 🚲")]
    public void Line_IsWhatIsSeen(string? typed, string line) => Assert.Equal(line, TypedText.Line(typed));

    [Theory]
    [InlineData("one\r\ntwo\u2028three", "one\ntwo\nthree")]
    [InlineData(" \u202eone\u200b\ttwo ", "one\ttwo")]
    [InlineData("👩\u200d👧", "👩\u200d👧")]
    [InlineData("❤\ufe0f", "❤\ufe0f")]
    [InlineData("\u200d\ufe0f \u3164", "")]
    [InlineData("\u0301\n\ue000", "")]
    [InlineData("one\vtwo", "one\ntwo")]
    [InlineData("a\0\u0007\udc00b", "ab")]
    public void Tidy_KeepsLinesAndWhatPicturesAreMadeOf(string typed, string tidy) => Assert.Equal(tidy, TypedText.Tidy(typed));

    [Fact]
    public void WhateverIsTyped_TwiceIsAsOnce() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                typed =>
                {
                    Assert.Equal(TypedText.Line(typed), TypedText.Line(TypedText.Line(typed)));
                    Assert.Equal(TypedText.Tidy(typed), TypedText.Tidy(TypedText.Tidy(typed)));
                }
            )
            .QuickCheckThrowOnFailure();
}
