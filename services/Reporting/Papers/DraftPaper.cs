using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers;

/// <summary>Begins a board paper with the figures as they stand.</summary>
internal sealed class DraftPaper(ReportingContext db, Caller caller, FreezeFigures freeze)
{
    public async Task<Result<int>> RunAsync(PaperAbout about, CancellationToken cancellationToken)
    {
        if (about.Problems() is { Count: > 0 } problems)
            return Result.Of(problems);
        var figures = await freeze.RunAsync(caller.At, cancellationToken);
        var last = await db
            .BoardPapers.AsNoTracking()
            .Where(p => p.State == BoardPaperState.Issued)
            .OrderByDescending(p => p.MeetingOn)
            .ThenByDescending(p => p.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var number = (
            await db.Database.SqlQuery<int>($"select nextval('board_paper_numbers')::int as \"Value\"").ToListAsync(cancellationToken)
        )[0];
        db.Add(BoardPaper.Draft(number, about, figures, last, caller.Person, caller.At));
        await db.SaveChangesAsync(cancellationToken);
        return number;
    }
}
