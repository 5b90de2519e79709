using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns;

/// <summary>What a reader sees of returns. A partnership sees everything; the office what was submitted, and nothing of a draft.</summary>
internal static class ReturnSight
{
    /// <summary>Replaces the content with what the caller may read, in copies that are never saved.</summary>
    public static async Task ShowAsync(
        this ReturnsContext db,
        IReadOnlyList<Return> returns,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (caller.May(Acts.ReadUnsubmitted))
            return;
        var last = await db.LastOfRewrittenAsync(returns, cancellationToken);
        foreach (var owed in returns)
        {
            owed.HideAnswers();
            if (!owed.IsOpenToOffice)
                owed.Show(new([], new(), ""));
            else if (last.TryGetValue(owed.Id, out var made))
                owed.Show(made.Read().Content);
        }
    }

    /// <summary>How far a return has got, as it stands and before anything of it is hidden; null where it is in, or not required.</summary>
    public static async Task<FormProgress?> ProgressAsync(this ReturnsContext db, Return owed, CancellationToken cancellationToken) =>
        owed.State is ReturnState.Submitted or ReturnState.Accepted or ReturnState.NotRequired or ReturnState.Scheduled
            ? null
            : ReturnProgress.Of(owed, await db.FiguresAsync(owed, cancellationToken), await db.ProgrammeAsync(owed, cancellationToken));

    /// <summary>What the grant's other returns say, as far as the caller may read them.</summary>
    public static async Task<GrantFigures> FiguresSeenAsync(
        this ReturnsContext db,
        Return owed,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var others = await db.OthersOfGrantAsync(owed, cancellationToken);
        await db.ShowAsync(others, caller, cancellationToken);
        return new(others, owed.Quarter);
    }
}
