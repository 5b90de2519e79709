using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Platform.Forms.Attachments;
using Platform.Forms.People;
using Platform.Forms.Print;
using Platform.Forms.SendingBack;
using Platform.Forms.Submissions;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Forms;

/// <summary>Registers and maps what a kind of form needs.</summary>
public static class FormsRegistration
{
    /// <summary>Registers everything that the kit does with a kind of form.</summary>
    /// <typeparam name="TForm">The kind.</typeparam>
    /// <typeparam name="TForms">What the service says of it.</typeparam>
    /// <exception cref="InvalidOperationException">A setting of files is wrong or missing.</exception>
    public static ServiceBuilder Form<TForm, TForms>(this ServiceBuilder service)
        where TForm : Form
        where TForms : class, IForms<TForm>
    {
        service.Services.AddScoped<IForms<TForm>, TForms>();
        service.Services.AddSingleton<ToPdf>().AddScoped<KeptPdfs>();
        return service
            .Files()
            .Operation<Uploads>()
            .Operation<AddAttachment<TForm>>()
            .Operation<RemoveAttachment<TForm>>()
            .Operation<AnswerNote<TForm>>()
            .Audited<SubmissionsAudit<TForm>>()
            .Holds<HeldPeople>()
            .Consumer<ContactChangedConsumer>()
            .Job<ScanAttachments>();
    }

    /// <summary>The columns that every kind of form has, and the tables of its files and submissions.</summary>
    /// <param name="form">The form's entity.</param>
    /// <param name="model">The context's model.</param>
    /// <param name="key">The column by which those tables refer to it: "bid_id".</param>
    /// <param name="submissions">The table of what was submitted.</param>
    public static void IsForm<TForm>(this EntityTypeBuilder<TForm> form, ModelBuilder model, string key, string submissions)
        where TForm : Form
    {
        form.Property(f => f.Parts).IsJson();
        form.Property(f => f.SentBack).IsJson();
        form.Property(f => f.Answered).IsJson();
        form.Ignore(f => f.Unanswered);
        form.Ignore(f => f.ChangedSinceReady);
        form.Property(f => f.SubmittedBy).IsJson();
        form.Property(f => f.Ready).IsJson();
        model.Entity<KnownPerson>(person =>
        {
            person.ToTable("people").HasKey(p => p.UserId);
            person.Ignore(p => p.Person);
            person.Property(p => p.Version).IsConcurrencyToken();
            person.HasIndex(p => p.Partnership);
        });
        model.FileTables();
        model.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("attachments");
            attachment.Property(a => a.FormId).HasColumnName(key);
            attachment.Property(a => a.AddedBy).IsJson();
            attachment.Property(a => a.RemovedBy).IsJson();
            attachment.HasIndex(a => a.ScanDueAt).HasFilter("scan_due_at is not null");
            attachment.HasIndex(a => a.FormId);
            attachment.HasOne<TForm>().WithMany().HasForeignKey(a => a.FormId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Submission>(submission =>
        {
            submission.ToTable(submissions);
            submission.Property(s => s.FormId).HasColumnName(key);
            submission.Property(s => s.By).IsJson();
            submission.HasIndex(s => new { s.FormId, s.At });
        });
    }
}
