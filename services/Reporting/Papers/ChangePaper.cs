using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers;

/// <summary>Carries out an act on a draft of a board paper.</summary>
internal sealed class ChangePaper(ReportingContext db, Caller caller, FreezeFigures freeze)
{
    private const int Tries = 5;

    /// <summary>Stale only if a colleague has written on the same part: after any other collision, it is tried again.</summary>
    public Task<Result> WriteAsync(
        int number,
        int readVersion,
        string part,
        bool replaces,
        string? text,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            number,
            null,
            _ => false,
            paper => paper.Write(part, replaces, text, readVersion, caller.Person, caller.At),
            cancellationToken
        );

    public Task<Result> DescribeAsync(int number, int readVersion, PaperAbout about, CancellationToken cancellationToken) =>
        RunAsync(
            number,
            readVersion,
            paper => paper.IsDescribed(about),
            paper => paper.Describe(about, caller.Person, caller.At),
            cancellationToken
        );

    public async Task<Result> RefreshAsync(int number, int readVersion, CancellationToken cancellationToken)
    {
        var figures = await freeze.RunAsync(caller.At, cancellationToken);
        return await RunAsync(
            number,
            readVersion,
            _ => false,
            paper => paper.Refresh(figures, caller.Person, caller.At),
            cancellationToken
        );
    }

    public Task<Result> SettleAsync(int number, int readVersion, string key, bool? asGranted, CancellationToken cancellationToken) =>
        RunAsync(
            number,
            readVersion,
            paper => paper.Settled.Any(s => s.Key == key && s.AsGranted == asGranted),
            paper => paper.Settle(key, asGranted, caller.Person, caller.At),
            cancellationToken
        );

    public async Task<Result> IssueAsync(int number, int readVersion, bool acknowledged, CancellationToken cancellationToken)
    {
        if (await db.BoardPapers.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number, cancellationToken) is not { } read)
            return Result.NotFound;
        var flags = await FlagsAsync(db, read, cancellationToken);
        return await RunAsync(
            number,
            readVersion,
            paper => paper.State == BoardPaperState.Issued,
            paper => paper.Issue(flags, acknowledged, caller.Person, caller.At),
            cancellationToken
        );
    }

    public Task<Result> DiscardAsync(int number, int readVersion, CancellationToken cancellationToken) =>
        RunAsync(
            number,
            readVersion,
            paper => paper.State == BoardPaperState.Discarded,
            paper => paper.Discard(caller.Person, caller.At),
            cancellationToken
        );

    /// <summary>What the check finds in a paper as it stands.</summary>
    public static async Task<IReadOnlyList<PaperFlag>> FlagsAsync(
        ReportingContext db,
        BoardPaper paper,
        CancellationToken cancellationToken
    ) =>
        paper.State == BoardPaperState.Issued
            ? paper.Flags
            : PaperFlags.Of(paper, await db.Returns.CountAsync(r => r.FirstSubmittedAt > paper.AsAt, cancellationToken));

    /// <param name="number">The paper.</param>
    /// <param name="readVersion">The version that the officer read; null where the rule itself checks that.</param>
    /// <param name="isDone">Whether another press of the button has done it already, which is no mistake.</param>
    /// <param name="act">The rule.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<Result> RunAsync(
        int number,
        int? readVersion,
        Func<BoardPaper, bool> isDone,
        Func<BoardPaper, Result> act,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            if (await db.BoardPapers.SingleOrDefaultAsync(p => p.Number == number, cancellationToken) is not { } paper)
                return Result.NotFound;
            if (isDone(paper))
                return Result.Done;
            if (readVersion is { } read && paper.Version != read)
                return Result.Stale;
            var result = act(paper);
            if (!result.IsDone)
                return result;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return result;
            }
            catch (DbUpdateConcurrencyException)
            {
                if (tries == Tries)
                    return Result.Stale;
            }
        }
    }
}
