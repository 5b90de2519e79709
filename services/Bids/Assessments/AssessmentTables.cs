using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Assessments;

/// <summary>What assessment keeps. Triggers and policies on these tables are in BlindScores.sql and SeparateDuties.sql.</summary>
internal static class AssessmentTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Assessment>(assessment =>
        {
            assessment.Property(a => a.AssignedBy).IsJson();
            assessment.HasMany(a => a.Scores).WithOne().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
            assessment.HasIndex(a => new { a.BidId, a.AssessorId }).IsUnique();
            assessment.HasIndex(a => new { a.AssessorId, a.AssignedAt });
            assessment.HasIndex(a => new { a.BidReference, a.AssessorId });
            assessment.HasIndex(a => a.RoundId);
            assessment.OwnedWhere("false");
        });
        model.Entity<AssessmentScore>().ToTable("assessment_scores").HasKey(s => new { s.AssessmentId, s.CriterionId });
        model.Entity<Moderation>(moderation =>
        {
            moderation.Property(m => m.Scores).IsJson();
            moderation.Property(m => m.Recommended).IsJson();
            moderation.Property(m => m.AgreedBy).IsJson();
            moderation.Property(m => m.Percent).HasPrecision(5, 2);
            moderation.HasIndex(m => m.BidId).IsUnique();
            moderation.HasIndex(m => m.RoundId);
            moderation.OwnedWhere("false");
        });
        model.Entity<DecisionSignature>(signature =>
        {
            signature.HasKey(s => new { s.DecisionId, s.BidReference });
            signature.HasIndex(s => new { s.BidReference, s.Signer });
            signature.OwnedWhere("false");
        });
    }
}
