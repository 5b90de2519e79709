using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Views;

/// <summary>Somebody saves, changes or deletes a view of their own.</summary>
internal sealed class ChangeView(ReportingContext db, ReportList reports, Caller caller)
{
    /// <param name="id">Created with the page, so that pressing twice saves one view.</param>
    /// <param name="name">What they call it.</param>
    /// <param name="report">The report's name.</param>
    /// <param name="filter">Its filters.</param>
    /// <param name="monthly">Whether it is mailed every month; null where that was not answered.</param>
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
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        // Pressed twice: the other press has saved it.
        catch (DbUpdateException e)
            when (e
                    is DbUpdateConcurrencyException
                        or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } }
            ) { }
        return Result.Done;
    }

    public Task<Result> ChangeAsync(Guid id, string name, bool? monthly, CancellationToken cancellationToken) =>
        ChangeAsync(id, view => view.IsDeleted ? Result.NotFound : view.Change(name, monthly, caller.At), cancellationToken);

    public Task<Result> DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            view =>
            {
                view.Delete(caller.At);
                return Result.Done;
            },
            cancellationToken
        );

    // A second press waits for the first.
    private async Task<Result> ChangeAsync(Guid id, Func<SavedView, Result> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var view = await db
            .Views.FromSql($"select * from views where id = {id} and owner_id = {caller.Person.UserId} for no key update")
            .SingleOrDefaultAsync(cancellationToken);
        if (view is null)
            return Result.NotFound;
        var result = change(view);
        if (!result.IsDone)
            return result;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
