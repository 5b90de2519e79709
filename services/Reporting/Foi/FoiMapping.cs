using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Foi;

/// <summary>The tables of requests, which this service writes itself: no rebuild empties them.</summary>
internal static class FoiTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<FoiRequest>(request =>
        {
            request.ToTable("foi_requests");
            request.Property(r => r.Details).IsJson();
            request.Property(r => r.Requester).IsJson();
            request.Property(r => r.Steps).IsJson();
            request.HasIndex(r => r.Reference).IsUnique();
            request.HasIndex(r => new { r.State, r.DueOn });
            request.HasIndex(r => r.ClosedOn).HasFilter("requester_deleted_on is null");
            request.HasIndex(r => r.PublishedAt).HasFilter("published_at is not null");
        });
        model.Entity<FoiWording>(wording =>
        {
            wording.ToTable("foi_wordings");
            wording.Property(w => w.Sentences).IsJson();
        });
        model.Entity<FoiSequence>(sequence =>
        {
            sequence.ToTable("foi_sequences").HasKey(s => s.Year);
            sequence.Property(s => s.Year).ValueGeneratedNever();
        });
    }
}

/// <summary>The last number of a calendar year's requests.</summary>
internal sealed class FoiSequence
{
    /// <summary>The calendar year.</summary>
    public int Year { get; private init; }

    /// <summary>The last number given in it.</summary>
    public int Last { get; private init; }
}
