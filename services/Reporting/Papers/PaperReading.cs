using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers;

/// <summary>The board papers that a caller sees: only officers see drafts.</summary>
internal static class PaperReading
{
    public static IQueryable<BoardPaper> PapersFor(this ReportingContext db, Caller caller)
    {
        var all = caller.May(Acts.WritePapers);
        return db.BoardPapers.AsNoTracking().Where(p => all || p.State == BoardPaperState.Issued);
    }

    public static Task<BoardPaper?> PaperAsync(this ReportingContext db, int number, Caller caller, CancellationToken cancellationToken) =>
        db.PapersFor(caller).SingleOrDefaultAsync(p => p.Number == number, cancellationToken);
}
