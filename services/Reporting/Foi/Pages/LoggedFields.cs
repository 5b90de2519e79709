using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>The fields of a new request, which can be corrected while it is open.</summary>
internal interface ILoggedFields
{
    string? Subject { get; }
    string? OtherReference { get; }
    string? Background { get; }
    string? Questions { get; }
    string? Name { get; }
    string? Contact { get; }
    TypedDate? ReceivedOn { get; }
}

internal static class LoggedFields
{
    /// <summary>Reads what was typed; a date that cannot be read is in the model state.</summary>
    public static NewFoiRequest Read(this ILoggedFields typed, ModelStateDictionary state) =>
        new()
        {
            Subject = typed.Subject,
            OtherReference = typed.OtherReference,
            Background = typed.Background,
            Questions = NewFoiRequest.Split(typed.Questions),
            Name = typed.Name,
            Contact = typed.Contact,
            ReceivedOn = state.ReadDate(nameof(typed.ReceivedOn), typed.ReceivedOn, "The day on which it was received"),
        };

    /// <summary>The result without the problem of a date that cannot be read, which the page already shows.</summary>
    public static Result Without(this Result result, NewFoiRequest read) =>
        read.ReceivedOn is not null
            ? result
            : result with
            {
                Problems = [.. result.Problems.Where(p => p.Field != nameof(read.ReceivedOn))],
            };
}
