using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

/// <summary>Nobody both assesses and decides a bid: the database refuses whichever comes second (SeparateDuties.sql).</summary>
internal static class AssessorConflict
{
    public const string SqlState = "AS001";

    /// <summary>The answer to somebody who may not sign for that reason.</summary>
    public static Result OfSigner =>
        Result.Refused("assessed-by-signer", "You have assessed a bid that this decision covers, so somebody else must sign it");

    /// <summary>Whether a save was refused because one person would assess a bid and sign the decision on it.</summary>
    public static bool IsAssessorConflict(this DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: SqlState };
}
