using Microsoft.AspNetCore.Routing;
using Platform.Contracts;
using Platform.Forms.Submissions;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms;

/// <summary>What the kit needs to know of a service's forms.</summary>
/// <typeparam name="TForm">The kind.</typeparam>
public interface IForms<TForm>
    where TForm : Form
{
    /// <summary>What it is called among other things: "bid".</summary>
    string Noun { get; }

    /// <summary>The act of preparing such a form.</summary>
    Act Write { get; }

    /// <summary>The act of handing it in.</summary>
    Act HandIn { get; }

    /// <summary>The form that the address of a page or of the API names, if the caller sees it.</summary>
    IQueryable<TForm> At(RouteValueDictionary address);

    /// <summary>The address of its page: "/bids/CSP2025-MEL-03".</summary>
    string AddressOf(TForm form);

    /// <summary>What it is called above the headings of its pages: "CSP2025-MEL-03".</summary>
    string CaptionOf(TForm form);

    /// <summary>What it is called where nothing else says so: "Bid CSP2025-MEL-03".</summary>
    string NameOf(TForm form);

    /// <summary>The form as it stands, as far as the caller may read it; null where there is nothing to read.</summary>
    Task<FormText?> ReadAsync(TForm form, CancellationToken cancellationToken);

    /// <summary>A submission of the form.</summary>
    Task<SubmissionText> ReadAsync(TForm form, Submission made, CancellationToken cancellationToken);

    /// <summary>Whether its partnership may change that section now.</summary>
    Task<Result> MayChangeAsync(TForm form, string section, CancellationToken cancellationToken);

    /// <summary>What the caller should know before changing that section; nothing for most.</summary>
    Task<IReadOnlyList<string>> CautionAsync(TForm form, string section, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>What a file made of a form is called, without its kind: "bid-csp2025-mel-03".</summary>
    string FileNameOf(TForm form) => $"{Noun}-{string.Join('-', AddressOf(form).Split('/')[2..]).ToLowerInvariant()}";

    /// <summary>The page on which somebody can go on whose change was refused, and the words of the link; null for none.</summary>
    (string Address, string Words)? WayOut(TForm form, Result refused) => null;
}
