using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Data;

internal sealed class BidsContext(DbContextOptions<BidsContext> options, Caller caller) : ServiceDbContext(options, caller)
{
    /// <summary>
    /// The name of the query filter that hides a bid, and everything that belongs to it, from anybody who declared an interest in it, and
    /// from assessors, unless they are officers, who have not yet declared that they have none.
    /// </summary>
    public const string NoInterest = "no-interest";

    // Neither people at partnerships nor jobs assess bids: for them no row matches.
    private readonly Guid assessor = caller.Partnership is null ? caller.Person.UserId : Guid.Empty;
    private readonly bool mustDeclareFirst = !caller.May(Acts.ReadUndeclared);

    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Extension> Extensions => Set<Extension>();
    public DbSet<ProblemProfile> Profiles => Set<ProblemProfile>();
    public DbSet<Bid> Bids => Set<Bid>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<DecisionRecord> Decisions => Set<DecisionRecord>();
    public DbSet<DecisionSequence> DecisionSequences => Set<DecisionSequence>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<ReportedSpending> Spending => Set<ReportedSpending>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<Moderation> Moderations => Set<Moderation>();
    public DbSet<DecisionSignature> DecisionSignatures => Set<DecisionSignature>();
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    protected override void Tables(ModelBuilder model)
    {
        model.Entity<Round>(round =>
        {
            round.HasIndex(r => r.Reference).IsUnique();
            round.Property(r => r.Invited).IsJson();
            round.Property(r => r.Questions).IsJson();
            round.Property(r => r.Criteria).IsJson();
            round.Property(r => r.DeadlineMoves).IsJson();
            round.HasIndex(r => r.ClosesAt).HasFilter("closed_at is null");
            round.Property(r => r.Reminders).IsJson();
            round.HasIndex(r => r.NextReminderAt).HasFilter("next_reminder_at is not null");
        });
        model.Entity<Bid>(bid =>
        {
            bid.IsForm(model, "bid_id", "submissions");
            bid.Property(b => b.Content).IsJson();
            bid.Property(b => b.Contacts).IsJson();
            bid.HasIndex(b => b.AnswerBy).HasFilter("answer_by is not null");
            bid.HasIndex(b => b.Reference).IsUnique();
            bid.HasIndex(b => new { b.RoundId, b.State });
            bid.HasIndex(b => new { b.Partnership, b.StartedAt });
        });
        model.Entity<Extension>(extension =>
        {
            extension.Property(e => e.RequestedBy).IsJson();
            extension.Property(e => e.Approver).IsJson();
            extension.HasIndex(e => new { e.RoundId, e.Partnership });
            extension
                .HasIndex(e => new { e.RoundId, e.Partnership }, "IX_extensions_one_request")
                .IsUnique()
                .HasFilter("state = 'Requested'");
            extension.HasIndex(e => e.Until).HasFilter("state = 'Granted'");
        });
        model.Entity<ProblemProfile>(profile =>
        {
            profile.ToTable("profiles");
            profile.Property(p => p.Priorities).IsJson();
            profile.HasIndex(p => new { p.Partnership, p.From });
        });
        model.Entity<KeptAnswer>().ToTable("idempotency_keys").HasKey(k => new { k.UserId, k.Key });
        model.Entity<DecisionRecord>(decision =>
        {
            decision.Property(d => d.Details).IsJson();
            decision.HasIndex(d => d.Reference).IsUnique();
            decision.HasIndex(d => d.PublishedAt).HasFilter("published_at is not null");
            decision.OwnedWhere("published_at is not null");
        });
        model.Entity<DecisionSequence>(sequence =>
        {
            sequence.ToTable("decision_sequences").HasKey(s => s.Year);
            sequence.Property(s => s.Year).ValueGeneratedNever();
        });
        model.Entity<Grant>(grant =>
        {
            grant.Property(g => g.Details).IsJson();
            grant.HasIndex(g => g.Reference).IsUnique();
            grant.HasIndex(g => g.BidId).IsUnique();
            grant.HasIndex(g => g.NextFrom).HasFilter("next_from is not null");
            grant.HasIndex(g => new { g.Programme, g.MadeAt });
            grant.HasIndex(g => new { g.Partnership, g.MadeAt });
        });
        model.Entity<ReportedSpending>(spending =>
        {
            spending.ToTable("reported_spending");
            spending.Property(s => s.Id).ValueGeneratedNever();
            spending.Property(s => s.Version).IsConcurrencyToken();
            spending.Property(s => s.Spent).IsJson();
            spending.HasIndex(s => s.GrantId);
        });
        AssessmentTables.Add(model);
        model
            .Entity<Bid>()
            .HasQueryFilter(
                NoInterest,
                b =>
                    !Assessments.Any(a =>
                        a.BidId == b.Id
                        && a.AssessorId == assessor
                        && (a.State == AssessmentState.Conflicted || (a.State == AssessmentState.Assigned && mustDeclareFirst))
                    )
            );
        var hide = typeof(BidsContext).GetMethod(nameof(HideWithItsBid), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(IOfBid).IsAssignableFrom(e.ClrType)))
            hide.MakeGenericMethod(entity.ClrType).Invoke(this, [model]);
        HideFilesAndSubmissions<Attachment>(model);
        HideFilesAndSubmissions<Submission>(model);
    }

    private void HideFilesAndSubmissions<T>(ModelBuilder model)
        where T : class, IOfForm =>
        model
            .Entity<T>()
            .HasQueryFilter(
                NoInterest,
                thing =>
                    !Assessments.Any(a =>
                        a.BidId == thing.FormId
                        && a.AssessorId == assessor
                        && (a.State == AssessmentState.Conflicted || (a.State == AssessmentState.Assigned && mustDeclareFirst))
                    )
            );

    private void HideWithItsBid<T>(ModelBuilder model)
        where T : class, IOfBid =>
        model
            .Entity<T>()
            .HasQueryFilter(
                NoInterest,
                thing =>
                    !Assessments.Any(a =>
                        a.BidId == thing.BidId
                        && a.AssessorId == assessor
                        && (a.State == AssessmentState.Conflicted || (a.State == AssessmentState.Assigned && mustDeclareFirst))
                    )
            );
}

internal sealed class BidsContextForDesign : IDesignTimeDbContextFactory<BidsContext>
{
    public BidsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<BidsContext>().UseNpgsql().Options, Caller.Platform(DateTimeOffset.UnixEpoch));
}
