using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Platform.Bids.Bidding;

internal static class ReferenceTaken
{
    /// <summary>Whether a save failed because somebody else has saved a thing with that key since it was looked for.</summary>
    public static bool IsReferenceTaken<T>(this DbUpdateException failure, DbContext db) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } cause
        && cause.TableName == db.Model.FindEntityType(typeof(T))!.GetTableName();
}
