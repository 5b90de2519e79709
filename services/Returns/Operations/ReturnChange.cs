using Microsoft.EntityFrameworkCore;
using Platform.Returns.Data;
using Platform.Returns.Model;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Operations;

/// <summary>What every change of a return has in common: the caller's own return, the entity's rule, one save.</summary>
internal static class ReturnChange
{
    private const int Attempts = 5;

    /// <summary>
    /// A job, a second press or a colleague may come between reading and writing: then the rule is asked again about what there is now, so that only it may say no.
    /// </summary>
    public static async Task<Result> ChangeReturnAsync(this ReturnsContext db, Guid id, Func<Return, Result> rule, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var changing = await db.Returns.SingleOrDefaultAsync(r => r.Id == id, cancellation);
            if (changing is null) return Result.NotFound;
            var result = rule(changing);
            if (!result.IsDone) return result;
            try
            {
                await db.SaveChangesAsync(cancellation);
                return result;
            }
            catch (DbUpdateConcurrencyException)
            {
                if (attempt == Attempts) return Result.Stale;
                db.ChangeTracker.Clear();
            }
        }
    }
}
