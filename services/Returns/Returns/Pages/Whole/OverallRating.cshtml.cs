using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Whole;

internal sealed class OverallRatingModel(ReturnsContext db, Caller caller, SaveReturn save) : AnswerPage(db, caller, save)
{
    [BindProperty]
    public string? Rating { get; set; }

    [BindProperty]
    public string? RatingReason { get; set; }

    public override string Section => ReturnSections.Rating;

    protected override IActionResult? Fill()
    {
        (Rating, RatingReason) = (Return.Overall.Rating?.ToString(), Return.Overall.RatingReason);
        return null;
    }

    protected override PartAnswers Read() => new RatingAnswers(Enum.TryParse<Rating>(Rating, out var rating) ? rating : null, RatingReason);
}
