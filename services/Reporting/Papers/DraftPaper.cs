using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers;

/// <summary>Begins a board paper with the figures as they stand.</summary>
internal sealed class DraftPaper(ReportingContext db, Caller caller, FreezeFigures freeze)
{
    /// <param name="about">Its title and meeting.</param>
    /// <param name="id">Created with the page, so that pressing twice begins one paper; null or empty where each call begins one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<int>> RunAsync(PaperAbout about, Guid? id, CancellationToken cancellationToken)
    {
        if (about.Problems() is { Count: > 0 } problems)
            return Result.Of(problems);
        if (id == Guid.Empty)
            id = null;
        if (await BegunAsync(id, cancellationToken) is { } begun)
            return begun;
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
        db.Add(BoardPaper.Draft(number, about, figures, last, caller.Person, caller.At, id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return number;
        }
        // Pressed twice: the other press has begun it.
        catch (DbUpdateException) when (id is not null)
        {
            if (await BegunAsync(id, cancellationToken) is not { } other)
                throw;
            return other;
        }
    }

    private Task<int?> BegunAsync(Guid? id, CancellationToken cancellationToken) =>
        db.BoardPapers.Where(p => p.Id == id).Select(p => (int?)p.Number).SingleOrDefaultAsync(cancellationToken);
}
