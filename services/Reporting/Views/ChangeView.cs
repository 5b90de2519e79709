using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Views;

/// <summary>Somebody saves, changes or deletes a view of their own.</summary>
internal sealed class ChangeView(ReportingContext db, ReportList reports, Caller caller)
{
    /// <param name="id">Created with the page, so that pressing twice saves one view.</param>
    /// <param name="name">What they call it.</param>
    /// <param name="report">The report's name.</param>
    /// <param name="filter">What narrows it.</param>
    /// <param name="monthly">Whether it is mailed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> SaveAsync(
        Guid id,
        string name,
        string report,
        ReportFilter filter,
        bool? monthly,
        CancellationToken cancellationToken
    )
    {
        if (reports.Find(report) is not { } asked)
            return Result.NotFound;
        if (await db.Views.AnyAsync(v => v.Id == id, cancellationToken))
            return Result.Done;
        var saved = SavedView.Save(caller.Person, name, asked, filter, monthly, id, caller.At);
        if (!saved.IsDone)
            return saved.Outcome;
        db.Add(saved.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    public async Task<Result> ChangeAsync(Guid id, string name, bool? monthly, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } view)
            return Result.NotFound;
        var result = view.Change(name, monthly, caller.At);
        if (result.IsDone)
            await db.SaveChangesAsync(cancellationToken);
        return result;
    }

    public async Task<Result> DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } view)
            return Result.NotFound;
        view.Delete(caller.At);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    private Task<SavedView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Views.SingleOrDefaultAsync(v => v.Id == id && v.OwnerId == caller.Person.UserId && !v.IsDeleted, cancellationToken);
}
