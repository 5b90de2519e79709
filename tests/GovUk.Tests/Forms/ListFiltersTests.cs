using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.GovUk.Forms;
using Xunit;

namespace Platform.GovUk.Tests.Forms;

public sealed class ListFiltersTests
{
    private static readonly SelectListItem[] States = [new("Any", ""), new("Draft", "Draft")];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Draft")]
    [InlineData("draft")]
    public void AreKnown_AChoiceOrNone_SaysNothing(string? value)
    {
        var state = new ModelStateDictionary();
        state.AddModelError("number", "The value 'x' is not valid.");
        Assert.True(state.AreKnown(("State", value, States)));
        Assert.Empty(state);
    }

    [Theory]
    [InlineData("Drafts")]
    [InlineData("7")]
    [InlineData(" ")]
    public void AreKnown_Another_IsSaidBesideItsField(string value)
    {
        var state = new ModelStateDictionary();
        Assert.False(state.AreKnown(("Round", "", States), ("State", value, States)));
        Assert.Equal($"“{value}” is not in this list. Select one that is", Assert.Single(state["State"]!.Errors).ErrorMessage);
        Assert.Single(state);
    }
}
