using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Returns.Pages;

/// <summary>The list of returns as a query.</summary>
internal static class ReturnList
{
    public const string Overdue = "overdue";
    public const string ToRead = "to-read";

    public static IQueryable<Return> Where(
        ReturnsContext db,
        string? word,
        Partnership? partnership,
        string? programme,
        Quarter? quarter,
        string? state,
        DateOnly today
    )
    {
        var found = db.Returns.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(word))
        {
            var typed = LikePattern.Containing(word);
            found = found.Where(r => EF.Functions.ILike(r.GrantReference, typed, "\\"));
        }
        if (partnership is not null)
            found = found.Where(r => r.Partnership == partnership);
        if (!string.IsNullOrEmpty(programme))
            found = found.Where(r => r.Programme == programme);
        if (quarter is { } one)
            found = found.Where(r => r.Quarter == one);
        return state switch
        {
            Overdue => found.Where(IsOverdue(today)),
            ToRead => found.Where(r => r.State == ReturnState.Submitted),
            _ => Enum.TryParse<ReturnState>(state, out var known) && Enum.IsDefined(known) ? found.Where(r => r.State == known) : found,
        };
    }

    /// <summary>What is not in after its due date, and what is not back after the day to be back by.</summary>
    public static Expression<Func<Return, bool>> IsOverdue(DateOnly today) =>
        r => (r.FirstSubmittedAt == null && r.State != ReturnState.NotRequired && r.DueOn < today) || r.BackBy < today;

    /// <param name="found">What to sort.</param>
    /// <param name="by">The column to sort by; a leading "-" reverses the order.</param>
    /// <param name="today">The day that decides what is overdue.</param>
    public static IQueryable<Return> Sorted(IQueryable<Return> found, string? by, DateOnly today) =>
        (
            by switch
            {
                "due" => found.OrderBy(r => r.BackBy ?? r.DueOn),
                "-due" => found.OrderByDescending(r => r.BackBy ?? r.DueOn),
                "partnership" => found.OrderBy(r => r.Partnership).ThenBy(r => r.DueOn),
                "-partnership" => found.OrderByDescending(r => r.Partnership).ThenBy(r => r.DueOn),
                // The latest first. What is overdue gets later every day, so it comes above what is in.
                "lateness" => found
                    .OrderBy(r =>
                        (r.FirstSubmittedAt == null && r.State != ReturnState.NotRequired && r.DueOn < today) || r.BackBy < today ? 0
                        : r.WorkingDaysLate != null ? 1
                        : 2
                    )
                    .ThenByDescending(r => r.WorkingDaysLate)
                    .ThenBy(r => r.DueOn),
                "-lateness" => found
                    .OrderBy(r =>
                        r.WorkingDaysLate != null ? 0
                        : r.FirstSubmittedAt == null && r.State != ReturnState.NotRequired && r.DueOn < today ? 1
                        : 2
                    )
                    .ThenBy(r => r.WorkingDaysLate)
                    .ThenByDescending(r => r.DueOn),
                // What is still awaited first, oldest at the top; then what is in, newest at the top.
                _ => found
                    .OrderBy(r => r.BackBy == null && (r.FirstSubmittedAt != null || r.State == ReturnState.NotRequired))
                    .ThenBy(r =>
                        r.BackBy == null && (r.FirstSubmittedAt != null || r.State == ReturnState.NotRequired)
                            ? DateOnly.MaxValue
                            : r.BackBy ?? r.DueOn
                    )
                    .ThenByDescending(r => r.DueOn),
            }
        )
            .ThenBy(r => r.Partnership)
            .ThenBy(r => r.GrantReference)
            .ThenBy(r => r.Id);
}
