using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Data;

internal sealed class ReturnsContext(DbContextOptions<ReturnsContext> options, Caller caller) : ServiceDbContext(options, caller)
{
    public DbSet<Return> Returns => Set<Return>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    protected override void Tables(ModelBuilder model)
    {
        model.Entity<Return>(owed =>
        {
            owed.IsForm(model, "return_id", "return_submissions");
            owed.Property(r => r.Interventions).IsJson();
            owed.Property(r => r.MatchPromised).IsJson();
            owed.Property(r => r.Lines).IsJson();
            owed.Property(r => r.Overall).IsJson();
            owed.Property(r => r.AcceptedBy).IsJson();
            owed.Property(r => r.NotRequiredBy).IsJson();
            owed.Property(r => r.Chasing).IsJson();
            owed.Ignore(r => r.PreparedBy);
            owed.Ignore(r => r.AwaitedOn);
            owed.Ignore(r => r.Content);
            owed.HasOne<Programme>().WithMany().HasForeignKey(r => r.Programme).OnDelete(DeleteBehavior.Restrict);
            owed.HasIndex(r => new { r.GrantId, r.Quarter }).IsUnique();
            owed.HasIndex(r => new { r.GrantReference, r.Quarter }).IsUnique();
            owed.HasIndex(r => new { r.Partnership, r.DueOn });
            owed.HasIndex(r => r.DueOn).HasFilter("first_submitted_at is null and state <> 'NotRequired'");
            owed.HasIndex(r => r.BackBy).HasFilter("back_by is not null");
            owed.HasIndex(r => r.NextChaseAt).HasFilter("next_chase_at is not null");
            owed.HasIndex(r => r.OpensAt).HasFilter($"state = '{nameof(ReturnState.Scheduled)}'");
        });
        model.Entity<KeptAnswer>().ToTable("idempotency_keys").HasKey(k => new { k.UserId, k.Key });
        model.Entity<Programme>(programme =>
        {
            programme.HasKey(p => p.Name);
            programme.Property(p => p.DueRule).IsJson();
            programme.Property(p => p.Ladder).IsJson();
            programme.Property(p => p.ReworkLadder).IsJson();
        });
    }
}

internal sealed class ReturnsContextForDesign : IDesignTimeDbContextFactory<ReturnsContext>
{
    public ReturnsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ReturnsContext>().UseNpgsql().Options, Caller.Platform(DateTimeOffset.UnixEpoch));
}
