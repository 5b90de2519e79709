using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers;

/// <summary>One act on a draft of a board paper.</summary>
internal sealed class ChangePaper(ReportingContext db, Caller caller, FreezeFigures freeze)
{
    private const int Tries = 5;

    /// <summary>Refused only if a colleague has written on the same part: any other collision is tried again.</summary>
    public async Task<Result> WriteAsync(
        int number,
        int readVersion,
        string part,
        bool replaces,
        string? text,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; ; tries++)
        {
            var result = await RunAsync(
                number,
                null,
                paper => paper.Write(part, replaces, text, readVersion, caller.Person, caller.At),
                cancellationToken
            );
            if (
                result.Kind != ResultKind.Stale
                || tries == Tries
                || await IsWrittenSinceAsync(number, readVersion, part, cancellationToken)
            )
                return result;
        }
    }

    public Task<Result> DescribeAsync(int number, int readVersion, PaperAbout about, CancellationToken cancellationToken) =>
        RunAsync(number, readVersion, paper => paper.Describe(about, caller.Person, caller.At), cancellationToken);

    public async Task<Result> RefreshAsync(int number, int readVersion, CancellationToken cancellationToken)
    {
        var figures = await freeze.RunAsync(caller.At, cancellationToken);
        return await RunAsync(number, readVersion, paper => paper.Refresh(figures, caller.Person, caller.At), cancellationToken);
    }

    public async Task<Result> IssueAsync(int number, int readVersion, bool acknowledged, CancellationToken cancellationToken)
    {
        if (await db.BoardPapers.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number, cancellationToken) is not { } read)
            return Result.NotFound;
        // A second press of the button is no mistake.
        if (read.State == BoardPaperState.Issued)
            return Result.Done;
        var flags = await FlagsAsync(db, read, cancellationToken);
        return await RunAsync(number, readVersion, paper => paper.Issue(flags, acknowledged, caller.Person, caller.At), cancellationToken);
    }

    public Task<Result> DiscardAsync(int number, int readVersion, CancellationToken cancellationToken) =>
        RunAsync(number, readVersion, paper => paper.Discard(caller.Person, caller.At), cancellationToken);

    /// <summary>What the check finds in a paper as it stands.</summary>
    public static async Task<IReadOnlyList<PaperFlag>> FlagsAsync(
        ReportingContext db,
        BoardPaper paper,
        CancellationToken cancellationToken
    ) =>
        paper.State == BoardPaperState.Issued
            ? paper.Flags
            : PaperFlags.Of(paper, await db.Returns.CountAsync(r => r.FirstSubmittedAt > paper.AsAt, cancellationToken));

    private async Task<bool> IsWrittenSinceAsync(int number, int readVersion, string part, CancellationToken cancellationToken) =>
        (await db.BoardPapers.AsNoTracking().SingleAsync(p => p.Number == number, cancellationToken)).WordsOn(part)?.Version > readVersion;

    private async Task<Result> RunAsync(int number, int? readVersion, Func<BoardPaper, Result> act, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.BoardPapers.SingleOrDefaultAsync(p => p.Number == number, cancellationToken) is not { } paper)
            return Result.NotFound;
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
            db.ChangeTracker.Clear();
            return Result.Stale;
        }
    }
}
