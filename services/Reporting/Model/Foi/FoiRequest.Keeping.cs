using Platform.Contracts;

namespace Platform.Reporting.Model.Foi;

// Until when it says who asked.
internal sealed partial class FoiRequest
{
    private const string ClarificationAsked = "Clarification asked for";

    /// <summary>The day on which the last act closed it (answered, reviewed, withdrawn), whatever day was given for the letter; null while somebody waits.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The day on which it was forgotten who asked; null until then.</summary>
    public DateOnly? RequesterDeletedOn { get; private set; }

    /// <summary>Forgets who asked, the letter, and what was written to that person alone. Questions and answers stay.</summary>
    /// <returns>Whether it was time, and not done.</returns>
    public bool Forget(FoiKeeping keeping, DateTimeOffset at)
    {
        var today = London.DateOf(at);
        if (RequesterDeletedOn is not null || ClosedOn is not { } closed || !keeping.IsOver(closed, today)) return false;
        (Requester, Background, Letter, RequesterDeletedOn) = (new("", ""), "", null, today);
        Steps = [.. Steps.Select(s => s.Text.StartsWith(ClarificationAsked, StringComparison.Ordinal) ? s with { Text = ClarificationAsked } : s)];
        Become(WithoutLetters(Details) with { RequesterDeletedOn = today }, "Who asked was forgotten", Person.Platform, at, (v, d) => new FoiRequesterDeleted(Id, v, at, Person.Platform, d));
        return true;
    }

    /// <summary>"Deleted on 3 March 2029, three years after the request was closed"; null where it has not been.</summary>
    public string? Deleted => RequesterDeletedOn is { } on ? $"Deleted on {London.Plain(on)}, {FoiKeeping.Between(ClosedOn!.Value, on)} after the request was closed" : null;

    // Questions back and the review's findings are letters to one person.
    private static FoiDetails WithoutLetters(FoiDetails details) => details with
    {
        Clarifications = [.. details.Clarifications.Select(c => c with { Question = "" })],
        Review = details.Review is { } review ? review with { Text = "" } : null,
    };
}
