using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>What every change to a return has in common: the caller's own return, the entity's rule, one save.</summary>
internal static class ReturnChange
{
    public static Task<Result> ChangeReturnAsync(
        this ReturnsContext db,
        Guid id,
        Func<Return, Task<Result>> rule,
        CancellationToken cancellationToken
    ) => db.ChangeHeldAsync(id, rule, cancellationToken);

    public static Task<Result> ChangeReturnAsync(
        this ReturnsContext db,
        Guid id,
        Func<Return, Result> rule,
        CancellationToken cancellationToken
    ) => db.ChangeReturnAsync(id, owed => Task.FromResult(rule(owed)), cancellationToken);

    /// <summary>The same for a rule that depends on what the grant's other returns say.</summary>
    public static Task<Result> ChangeReturnAsync(
        this ReturnsContext db,
        Guid id,
        Func<Return, GrantFigures, Programme, Result> rule,
        CancellationToken cancellationToken
    ) =>
        db.ChangeReturnAsync(
            id,
            async owed => rule(owed, await db.FiguresAsync(owed, cancellationToken), await db.ProgrammeAsync(owed, cancellationToken)),
            cancellationToken
        );

    public static async Task<GrantFigures> FiguresAsync(this ReturnsContext db, Return owed, CancellationToken cancellationToken) =>
        new(await db.OthersOfGrantAsync(owed, cancellationToken), owed.Quarter);

    /// <summary>The other returns of its grant, to be read.</summary>
    public static Task<List<Return>> OthersOfGrantAsync(this ReturnsContext db, Return owed, CancellationToken cancellationToken) =>
        db.Returns.AsNoTracking().Where(r => r.GrantId == owed.GrantId && r.Id != owed.Id).ToListAsync(cancellationToken);

    public static Task<Programme> ProgrammeAsync(this ReturnsContext db, Return owed, CancellationToken cancellationToken) =>
        db.Programmes.AsNoTracking().SingleAsync(p => p.Name == owed.Programme, cancellationToken);
}
