using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.Attachments;

/// <summary>Asks once before a file is taken off a form.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
[Says("The file is removed")]
public class RemoveAttachmentPage<TForm>(DbContext db, Caller caller, IForms<TForm> forms, RemoveAttachment<TForm> remove)
    : FormPage<TForm>(forms, caller)
    where TForm : Form
{
    private bool mayChange;

    /// <summary>The file, by the page's address.</summary>
    [FromRoute(Name = "file")]
    public Guid Id { get; set; }

    /// <summary>The file.</summary>
    public Attachment Attachment { get; private set; } = null!;

    /// <summary>What the page shows.</summary>
    public RemoveAttachmentView View => new(Attachment, Noun, Address);

    /// <summary>The form's files, where it leads back to.</summary>
    public override string Address => $"{base.Address}/attachments";

    /// <inheritdoc/>
    protected override bool IsPossible => mayChange && !IsDoneAlready;

    /// <inheritdoc/>
    protected override bool IsDoneAlready => Attachment.RemovedAt is not null;

    /// <summary>Asks.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Removes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await ActAsync(() => remove.RunAsync(Form.Id, Id, cancellationToken), cancellationToken)
            : NotFound();

    /// <inheritdoc/>
    protected override string ChangedSection => Platform.Forms.Form.Attachments;

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        mayChange = (await Forms.MayChangeAsync(Form, Platform.Forms.Form.Attachments, cancellationToken)).IsDone;
        var ever = db.AttachmentsOf(Form).AsNoTracking();
        return (Attachment = (await ever.SingleOrDefaultAsync(a => a.Id == Id, cancellationToken))!) is not null;
    }
}
