namespace Platform.Gateway.Stock;

/// <summary>
/// A page for an answer without content, after the Design System's patterns. It says what became of the answers that were just sent.
/// </summary>
internal sealed record StockPage(string Title, params IReadOnlyList<string> Paragraphs)
{
    private const string GoBack = "Use your browser’s back button to return to your answers, and send them again.";

    public static readonly StockPage FromElsewhere = new(
        "This page was sent from another website",
        "For your safety, nothing was done.",
        "Open the page on this website, and try again there."
    );

    private static readonly StockPage Unknown = new(
        "Page not found",
        "If you typed the web address, check it is correct.",
        "If you pasted the web address, check you copied the entire address."
    );

    private static readonly StockPage Forbidden = new(
        "You cannot see this page",
        "Your account does not let you see this page, or do what you asked for."
    );

    private static readonly StockPage TooLarge = new(
        "What you sent is too large",
        "A file must be smaller than 10MB. Nothing was saved.",
        "Go back to the page before, and select a smaller file."
    );

    private static readonly StockPage NotArrived = new(
        "The file did not arrive",
        "The connection was too slow, or was interrupted. Nothing was saved, and what you had saved before is kept.",
        "Go back to the page before, choose the file again and upload it. If it happens again, try a smaller file or another connection."
    );

    /// <summary>The page for a status.</summary>
    /// <param name="status">400 or above.</param>
    /// <param name="sent">Whether answers were sent.</param>
    /// <param name="file">Whether a file was among them.</param>
    /// <param name="wait">After how many seconds to try again, where the answer says so.</param>
    public static StockPage For(int status, bool sent, bool file, int? wait = null) =>
        status switch
        {
            400 or 408 when sent && file => NotArrived,
            403 => Forbidden,
            404 => Unknown,
            413 => TooLarge,
            429 => TooOften(wait ?? 60, sent, file),
            503 when sent => Unavailable(
                "What you had saved before is kept. The answers on the page you just sent were not saved.",
                GoBack
            ),
            502 or 504 when sent => Unavailable(
                "What you had saved before is kept. The answers on the page you just sent may not have been saved.",
                GoBack
            ),
            502 or 503 or 504 => Unavailable("What you had saved before is kept."),
            >= 500 when sent => Broken(
                "What you had saved before is kept. The answers on the page you just sent may not have been saved.",
                GoBack
            ),
            >= 500 => Broken("What you had saved before is kept."),
            _ => new("There is a problem with what was sent", "Go back to the page before, and try again."),
        };

    private static StockPage TooOften(int wait, bool sent, bool file) =>
        new(
            "You have tried too many times",
            [
                $"Wait {(wait == 1 ? "1 second" : $"{wait} seconds")}, then try again.",
                .. sent && file ? ["The file was not saved. What you had saved before is kept.", "Then choose the file again."]
                : sent ? ["What you had saved before is kept. The answers on the page you just sent were not saved.", GoBack]
                : Array.Empty<string>(),
            ]
        );

    private static StockPage Unavailable(params string[] answers) =>
        new("Sorry, the service is unavailable", [.. answers, "Try again in a few minutes."]);

    private static StockPage Broken(params string[] answers) =>
        new("Sorry, there is a problem with the service", [.. answers, "Try again in a few minutes."]);
}
