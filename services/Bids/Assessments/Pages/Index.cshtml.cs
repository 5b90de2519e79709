using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.ReadAssessments))]
internal sealed class IndexModel(BidsContext db, Caller caller) : PageModel
{
    /// <summary>What waits for the caller comes first, the longest waiting at the top.</summary>
    public IReadOnlyList<(Assessment Assessment, Partnership Partnership, string ToDo, string? Address)> All { get; private set; } = [];
    public int Waiting => All.Count(a => a.Assessment.State is AssessmentState.Assigned or AssessmentState.Scoring);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var own = await db.OwnAssessments(caller).AsNoTracking().ToListAsync(cancellationToken);
        var ids = own.Select(a => a.BidId).ToList();
        // Reference and partnership are all that an assessor knows of a bid before saying whether they have an interest.
        var partnerships = await db
            .Bids.IgnoreQueryFilters([BidsContext.NoInterest])
            .Where(b => ids.Contains(b.Id))
            .ToDictionaryAsync(b => b.Id, b => b.Partnership, cancellationToken);
        All =
        [
            .. own.OrderBy(a => a.State is AssessmentState.Assigned or AssessmentState.Scoring ? 0 : 1)
                .ThenBy(a => a.AssignedAt)
                .ThenBy(a => a.BidReference)
                .Select(a => (a, partnerships[a.BidId], ToDo(a.State), Address(a))),
        ];
    }

    private static string ToDo(AssessmentState state) =>
        state switch
        {
            AssessmentState.Assigned => "Declare an interest or none",
            AssessmentState.Scoring => "Continue the scores",
            AssessmentState.Complete => "Read your scores",
            _ => "Nothing more: you see no more of this bid",
        };

    private static string? Address(Assessment a) =>
        a.State switch
        {
            AssessmentState.Assigned => $"/assessments/{a.BidReference}/interest",
            AssessmentState.Conflicted => null,
            _ => $"/assessments/{a.BidReference}",
        };
}
