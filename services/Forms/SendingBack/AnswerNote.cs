using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.SendingBack;

/// <summary>A partnership answers why a section was sent back.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
public sealed class AnswerNote<TForm>(DbContext db, Caller caller, IForms<TForm> forms)
    where TForm : Form
{
    /// <param name="formId">The form.</param>
    /// <param name="section">The section that was sent back.</param>
    /// <param name="readVersion">The version of the form that was read.</param>
    /// <param name="text">What was changed, or why nothing was.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result> RunAsync(Guid formId, string section, int readVersion, string? text, CancellationToken cancellationToken) =>
        db.ChangeHeldAsync<TForm>(
            formId,
            async form =>
                form.Answer(
                    section,
                    text,
                    await forms.MayChangeAsync(form, section, cancellationToken),
                    readVersion,
                    caller.Person,
                    caller.At
                ),
            cancellationToken
        );
}
