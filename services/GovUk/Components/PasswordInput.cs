using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="PasswordInput"/>.</summary>
public sealed record PasswordInputOptions : FieldOptions
{
    /// <summary>"current-password" if none, or "new-password".</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Words of the button that shows.</summary>
    public string? ShowPasswordText { get; init; }

    /// <summary>Words of the button that hides.</summary>
    public string? HidePasswordText { get; init; }

    /// <summary>The first for screen readers.</summary>
    public string? ShowPasswordAriaLabelText { get; init; }

    /// <summary>The second for screen readers.</summary>
    public string? HidePasswordAriaLabelText { get; init; }

    /// <summary>Announced when shown.</summary>
    public string? PasswordShownAnnouncementText { get; init; }

    /// <summary>Announced when hidden.</summary>
    public string? PasswordHiddenAnnouncementText { get; init; }

    /// <summary>The button.</summary>
    public Content Button { get; init; } = new();
}

/// <summary>Password input with a button that shows what was typed.</summary>
public static class PasswordInput
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(PasswordInputOptions options)
    {
        var group = new Dictionary<string, string?> { ["data-module"] = "govuk-password-input" };
        Words.Put(group, "show-password", options.ShowPasswordText);
        Words.Put(group, "hide-password", options.HidePasswordText);
        Words.Put(group, "show-password-aria-label", options.ShowPasswordAriaLabelText);
        Words.Put(group, "hide-password-aria-label", options.HidePasswordAriaLabelText);
        Words.Put(group, "password-shown-announcement", options.PasswordShownAnnouncementText);
        Words.Put(group, "password-hidden-announcement", options.PasswordHiddenAnnouncementText);
        foreach (var (name, value) in options.FormGroup.Attributes ?? new Dictionary<string, string?>())
            group[name] = value;
        return Input.Render(
            new InputOptions
            {
                Id = options.OwnId,
                Name = options.Name,
                Value = options.Value,
                Type = "password",
                Spellcheck = false,
                Autocapitalize = "none",
                Autocomplete = Write.Some(options.Autocomplete) ?? "current-password",
                Disabled = options.Disabled,
                DescribedBy = options.DescribedBy,
                Label = options.Label,
                Hint = options.Hint,
                ErrorMessage = options.ErrorMessage,
                Classes = Write.Classes("govuk-password-input__input govuk-js-password-input-input", options.Classes),
                Attributes = options.Attributes,
                InputWrapper = new() { Classes = "govuk-password-input__wrapper" },
                FormGroup = options.FormGroup with
                {
                    Classes = Write.Classes("govuk-password-input", options.FormGroup.Classes),
                    Attributes = group,
                    AfterInput = new() { Html = Words.Markup(Toggle(options), options.FormGroup.AfterInput?.Body) },
                },
            }
        );
    }

    private static Element Toggle(PasswordInputOptions options) =>
        new Element(
            "button",
            Write.Classes(
                "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
                options.Button.Classes
            )
        )
            .With("type", "button")
            .With("data-module", "govuk-button")
            .With("aria-controls", options.OwnId)
            .With("aria-label", options.ShowPasswordAriaLabelText ?? "Show password")
            .Flag("hidden", true)
            .Text(options.ShowPasswordText ?? "Show");
}
