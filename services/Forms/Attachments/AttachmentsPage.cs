using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Platform.Forms.People;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.Attachments;

/// <summary>The files of a form, to add to for its partnership, to read for everybody else who may.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
[EnableRateLimiting(Limits.Upload)]
public abstract class AttachmentsPage<TForm>(DbContext db, Caller caller, IForms<TForm> forms, AddAttachment<TForm> add)
    : FormPage<TForm>(forms, caller)
    where TForm : Form
{
    /// <summary>What is uploaded.</summary>
    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>As the caller sees them, oldest first.</summary>
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    /// <summary>Who added a file, as far as the caller sees it.</summary>
    public string Adder(Attachment attachment) => attachment.AddedBy.NameFor(Caller, "editor");

    /// <summary>Whether the caller may add and remove files now.</summary>
    public bool MayAdd { get; private set; }

    /// <summary>How many more there can be.</summary>
    public int Left => Attachment.Most - Attachments.Count(a => a.Scan != ScanState.Infected);

    /// <summary>The endings of files that the browser offers.</summary>
    public string Accept => add.Accept;

    /// <summary>Whether files are checked for viruses.</summary>
    public bool AreScanned => add.AreScanned;

    /// <summary>Where "Continue" leads.</summary>
    public string Next => Following(AfterFiles);

    /// <summary>The page after the files, for those who go through all of them.</summary>
    protected abstract string AfterFiles { get; }

    /// <summary>Lists them.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Adds one. "Continue" adds what was chosen too, and goes on without a file where none was.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsPartner)
            return Forbid();
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (After == AttachmentsView.GoOn && File is null)
            return Redirect(Next);
        this.Say("The file is uploaded");
        await using var content = File?.OpenReadStream();
        return await ActAsync(
            async () => (await add.RunAsync(Form.Id, File?.FileName ?? "", content, cancellationToken)).Outcome,
            cancellationToken,
            After == AttachmentsView.GoOn ? Next : $"{Address}/attachments{Request.QueryString}"
        );
    }

    /// <inheritdoc/>
    protected override string ChangedSection => Platform.Forms.Form.Attachments;

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken) || !Attachment.AreSeenBy(Caller, Form))
            return false;
        MayAdd = IsPartner && (await Forms.MayChangeAsync(Form, Platform.Forms.Form.Attachments, cancellationToken)).IsDone;
        Attachments = await db.AttachmentsAsync(Form, Caller, cancellationToken);
        return true;
    }
}
