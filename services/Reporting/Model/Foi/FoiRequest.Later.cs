using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Model.Foi;

// Publication, internal review, withdrawal.
internal sealed partial class FoiRequest
{
    /// <summary>Puts the answer into the public disclosure log. The questions may be put in other words, where they say who asked.</summary>
    public Result Publish(IReadOnlyList<string> questions, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Answered) return Result.Refused("foi-not-answered", "Only an answered request can be published");
        if (PublishedAt is not null) return Result.Done;
        var public_ = questions.Count == 0 ? Details.Questions : [.. questions.Select(TypedText.Tidy)];
        if (public_.Count != Details.Questions.Count) return Result.Of([new("Questions", $"Enter each of the {Details.Questions.Count} questions")]);
        var problems = public_.Select((q, i) => (q, i)).Where(p => p.q.Length is 0 or > NewFoiRequest.LongestText)
            .Select(p => new Problem($"Questions[{p.i}]", $"Enter question {p.i + 1}, in 8,000 characters or fewer")).ToList();
        if (problems.Count > 0) return Result.Of(problems);
        Become(Details with { PublishedAt = at, PublishedQuestions = public_ }, "Published in the disclosure log", by, at, (v, d) => new FoiAnswerPublished(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>The requester asks the office to look at its answer again.</summary>
    public Result AskReview(DateOnly? on, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Answered) return Result.Refused("foi-not-answered", "Only an answered request can be reviewed");
        if (Details.Review is not null) return Result.Refused("foi-reviewed", "A review of this request has been asked for already");
        if (Deleted is { } deleted) return Result.Refused("foi-requester-deleted", $"Who asked is no longer known: {char.ToLowerInvariant(deleted[0])}{deleted[1..]}. Log what is asked now as a new request");
        if (WrongDay("AskedOn", on, Details.AnsweredOn!.Value, "the review was asked for", at) is { } wrong) return wrong;
        var review = new FoiReview(on!.Value, FoiClock.DueOn(on.Value));
        Become(Details with { Review = review }, $"Internal review asked for on {London.Plain(on.Value)}, due by {London.Plain(review.DueOn)}", by, at, (v, d) => new FoiReviewRequested(Id, v, at, by, d));
        return Result.Done;
    }

    public Result Review(FoiReviewOutcome? outcome, string? found, DateOnly? on, Person by, DateTimeOffset at)
    {
        if (Details.Review is not { } review) return Result.Refused("foi-no-review", "No review has been asked for");
        if (review.AnsweredOn is not null) return Result.Refused("foi-reviewed", "The review has been answered");
        var text = TypedText.Tidy(found);
        var problems = new List<Problem>();
        if (outcome is null) problems.Add(new("Outcome", "Select whether the answer stands"));
        if (Wrong("Found", text, "Enter what the review found") is { } wrong) problems.AddRange(wrong.Problems);
        if (WrongDay("ReviewedOn", on, review.AskedOn, "the review was answered", at) is { } day) problems.AddRange(day.Problems);
        if (problems.Count > 0) return Result.Of(problems);
        var said = outcome switch { FoiReviewOutcome.Upheld => "upheld", FoiReviewOutcome.PartlyUpheld => "partly upheld", _ => "not upheld" };
        Become(Details with { Review = review with { AnsweredOn = on, Outcome = outcome, Text = text } }, $"Internal review: answer {said}", by, at, (v, d) => new FoiRequestReviewed(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>The requester takes the request back.</summary>
    public Result Withdraw(Person by, DateTimeOffset at)
    {
        if (State == FoiState.Withdrawn) return Result.Done;
        if (State == FoiState.Answered) return NotOpen();
        Become(Details with { State = FoiState.Withdrawn, WithdrawnOn = London.DateOf(at) }, "Withdrawn by the requester", by, at, (v, d) => new FoiRequestWithdrawn(Id, v, at, by, d));
        return Result.Done;
    }
}
