using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Forms.Attachments;
using Platform.Forms.Submissions;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Forms.Print;

/// <summary>A form as it stands for its reader, as a PDF.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
[AsPdf, Noted(AccessKind.Exported), EnableRateLimiting(Limits.Pdf)]
public class FormPdfPage<TForm>(DbContext db, Caller caller, IForms<TForm> forms) : FormPage<TForm>(forms, caller)
    where TForm : Form
{
    /// <summary>What it says, and which files belong to it.</summary>
    public PrintedForm Printed { get; private set; } = null!;

    /// <summary>"Bid CSP2025-MEL-03"</summary>
    public string Title => Forms.NameOf(Form);

    /// <summary>Makes it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await Forms.ReadAsync(Form, cancellationToken) is not { } text)
            return NotFound();
        var files = Attachment.AreSeenBy(Caller, Form) ? await db.AttachmentsAsync(Form, Caller, cancellationToken) : [];
        Printed = new(text, [.. files.Where(a => a.Scan != ScanState.Infected)]);
        Response.Headers.ContentDisposition = $"attachment; filename={Forms.FileNameOf(Form)}.pdf";
        return Page();
    }
}

/// <summary>What is printed of a form.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Attachments">Its files.</param>
public sealed record PrintedForm(FormText Text, IReadOnlyList<Attachment> Attachments);
