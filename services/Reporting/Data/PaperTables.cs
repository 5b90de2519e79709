using Microsoft.EntityFrameworkCore;
using Platform.Reporting.Model.Papers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Data;

// What Reporting owns itself: no rebuild empties it.
internal sealed partial class ReportingContext
{
    public const string PaperNumbers = "board_paper_numbers";

    public DbSet<BoardPaper> BoardPapers => Set<BoardPaper>();

    private static void Papers(ModelBuilder model)
    {
        model.HasSequence<int>(PaperNumbers);
        model.Entity<BoardPaper>(paper =>
        {
            paper.ToTable("board_papers");
            paper.Property(p => p.Figures).IsJson();
            paper.Property(p => p.Words).IsJson();
            paper.Property(p => p.Flags).IsJson();
            // Not jsonb, which would change the order of what is in it.
            paper.Property(p => p.AsIssued).IsJson().HasColumnType("json");
            paper.HasIndex(p => p.Number).IsUnique();
            paper.HasIndex(p => p.MeetingOn);
        });
    }
}
