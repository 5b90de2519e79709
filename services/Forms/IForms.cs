using Microsoft.AspNetCore.Routing;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms;

/// <summary>What a service says of its forms, for all that is done with every kind of form alike.</summary>
/// <typeparam name="TForm">The kind.</typeparam>
public interface IForms<TForm>
    where TForm : Form
{
    /// <summary>What whoever prepares such a form does.</summary>
    Act Write { get; }

    /// <summary>What whoever hands it in does.</summary>
    Act HandIn { get; }

    /// <summary>The form that the address of a page or of the API names, if the caller sees it.</summary>
    IQueryable<TForm> At(RouteValueDictionary address);

    /// <summary>The address of its page: "/bids/CSP2025-MEL-03".</summary>
    string AddressOf(TForm form);

    /// <summary>What it is called above the headings of its pages: "CSP2025-MEL-03".</summary>
    string CaptionOf(TForm form);

    /// <summary>Whether its partnership may change that section now.</summary>
    Task<Result> MayChangeAsync(TForm form, string section, CancellationToken cancellationToken);
}
