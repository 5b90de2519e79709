using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Forms.Submissions;

/// <summary>The receipt of what was submitted last: the same whenever it is asked for.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
public class ReceiptPage<TForm>(DbContext db, Caller caller, IForms<TForm> forms) : FormPage<TForm>(forms, caller)
    where TForm : Form
{
    /// <summary>What of it is one's to keep.</summary>
    public ReceiptView Copy { get; private set; } = null!;

    /// <inheritdoc/>
    protected override bool IsPossible => Form.SubmittedAt is not null;

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Copy = new(Address, Noun, await db.SubmissionsOf(Form).CountAsync(cancellationToken), Form.Hash);
        return true;
    }
}

/// <summary>The submitter's copy.</summary>
/// <param name="Address">Of the form.</param>
/// <param name="Noun">What the form is: "bid".</param>
/// <param name="Number">Which submission it was; the first is 1.</param>
/// <param name="Hash">Its SHA-256, in hex.</param>
public sealed record ReceiptView(string Address, string Noun, int Number, string? Hash);
