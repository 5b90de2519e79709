using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.ReadRanking))]
internal sealed class RankingModel(BidsContext db, Caller caller) : PageModel
{
    public Round Round { get; private set; } = null!;
    public Ranking Ranking { get; private set; } = null!;
    public bool IsPartial { get; private set; }

    /// <summary>What the table says, in words.</summary>
    public string Message
    {
        get
        {
            if (Ranking.Ranked.Count == 0)
                return "Nothing has been agreed of any bid yet.";
            var above = Ranking.Ranked.Where(r => r.MeetsThreshold).ToList();
            var threshold =
                Round.ThresholdPercent > 0
                    ? $"{above.Count} of {Ranking.Ranked.Count} bids reach the threshold of {Round.ThresholdPercent}%. "
                    : "";
            var asked = above.Sum(r => r.Recommended);
            return threshold
                + (
                    Round.Available is not { } available ? $"{asked} is recommended in all."
                    : asked <= available ? $"{asked} is recommended in all, of {available} available: {available - asked} is left."
                    : $"{asked} is recommended in all, of {available} available: the money reaches {above.Count(r => r.IsAffordable)} of "
                        + $"these {above.Count} bids."
                );
        }
    }

    /// <summary>How much of each partnership's submitted bids is for priorities; empty where the round expects no share.</summary>
    public IReadOnlyList<(Partnership Partnership, PriorityShare Share)> Shares =>
        Round.PriorityPercent == 0
            ? []
            :
            [
                .. Ranking
                    .Ranked.Select(r => r.Bid)
                    .Concat(Ranking.Unassessed)
                    .GroupBy(b => b.Partnership)
                    .OrderBy(g => g.Key.Name, StringComparer.Ordinal)
                    .Select(g =>
                        (
                            g.Key,
                            new PriorityShare(
                                g.Sum(b => b.SubmittedPriority),
                                g.Sum(b => b.SubmittedTotal),
                                Round.PriorityPercent,
                                g.Count()
                            )
                        )
                    ),
            ];

    public string Size => RankingFile.SizeOf(Ranking);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await db.RankingAsync(reference, cancellationToken) is not var (round, ranking))
            return NotFound();
        (Round, Ranking) = (round, ranking);
        IsPartial = await db.Assessments.AnyAsync(
            a => a.RoundId == round.Id && a.AssessorId == caller.Person.UserId && a.State == AssessmentState.Conflicted,
            cancellationToken
        );
        return Page();
    }
}
