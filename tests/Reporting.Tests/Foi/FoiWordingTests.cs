using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Tests.Foi;

/// <summary>The office's own words for the fixed sentences of its letters.</summary>
[Rule]
public sealed class FoiWordingTests
{
    [Theory]
    [InlineData("opening", "Thank you.", "“Opening” must have {{received}} in it")]
    [InlineData("opening", "", "Enter “Opening”: letters need it")]
    [InlineData("opening", "Of {{received}}, {{office}}.", "“Opening” cannot have {{office}} in it: nothing would be filled in there")]
    [InlineData("review", "Write to {{review}}.", "“How to complain” must name the Information Commissioner (section 17(7) of the Act)")]
    [InlineData("greeting", "Hello", "There is no sentence “greeting”")]
    public void What_CannotBeSaid(string key, string text, string message) =>
        Assert.Equal(message, Assert.Single(Changed(FoiWording.Begin(), key, text).Problems).Message);

    [Fact]
    public void EverySentence_AsItUsuallyIs_MayBeSaid_AndChangesNothing()
    {
        var wording = FoiWording.Begin();
        Assert.All(FoiSentences.All, s => Assert.True(Changed(wording, s.Key, s.Usual).IsDone));
        Assert.Equal(0, wording.Version);
    }

    [Fact]
    public void ASentence_IsChanged_LeftOut_AndMadeUsualAgain()
    {
        var wording = FoiWording.Begin();
        Assert.True(Changed(wording, "re-use", "Use it as you like.").IsDone);
        Assert.Equal("Use it as you like.", new FoiSentences(wording.Sentences).Of("re-use"));
        Assert.True(Changed(wording, "re-use", " ").IsDone);
        Assert.Equal("", new FoiSentences(wording.Sentences).Of("re-use"));
        Assert.True(Changed(wording, "re-use", "You may re-use the information under the Open Government Licence.").IsDone);
        Assert.Empty(wording.Sentences);
        Assert.Equal(3, wording.Version);
    }

    private static Result Changed(FoiWording wording, string key, string? text) =>
        wording.Change(new Dictionary<string, string?> { [key] = text }, Given.Ann, GivenFoi.Noon(new(2021, 3, 3)));
}
