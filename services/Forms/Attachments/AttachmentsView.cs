using Microsoft.AspNetCore.Http;

namespace Platform.Forms.Attachments;

/// <summary>What the page of a form's files shows.</summary>
/// <param name="Address">Of the form.</param>
/// <param name="Caption">What stands above the heading.</param>
/// <param name="Attachments">The files, oldest first.</param>
/// <param name="MayAdd">Whether the reader may add and remove files.</param>
/// <param name="Left">How many more there can be.</param>
/// <param name="Accept">The endings of files that the browser offers.</param>
/// <param name="AreScanned">Whether files are checked for viruses.</param>
/// <param name="Noun">What the form is: "bid".</param>
/// <param name="Examples">What is often attached: "letters of support or maps".</param>
/// <param name="Next">Where "Continue" leads.</param>
/// <param name="Adder">Who added a file, as far as the reader sees it.</param>
public sealed record AttachmentsView(
    string Address,
    string Caption,
    IReadOnlyList<Attachment> Attachments,
    bool MayAdd,
    int Left,
    string Accept,
    bool AreScanned,
    string Noun,
    string Examples,
    string Next,
    Func<Attachment, string> Adder
)
{
    /// <summary>Says which button was pressed: "Continue".</summary>
    public const string GoOn = "next";

    /// <summary>The field for one more.</summary>
    public IFormFile? File => null;

    /// <summary>Of a page.</summary>
    public static AttachmentsView Of<TForm>(AttachmentsPage<TForm> page, string examples)
        where TForm : Form =>
        new(
            page.Address,
            page.Caption,
            page.Attachments,
            page.MayAdd,
            page.Left,
            page.Accept,
            page.AreScanned,
            page.Noun,
            examples,
            page.Next,
            page.Adder
        );
}

/// <summary>What the page shows that asks before a file is removed.</summary>
/// <param name="Attachment">The file.</param>
/// <param name="Noun">What the form is: "bid".</param>
/// <param name="Address">Of the form's files.</param>
public sealed record RemoveAttachmentView(Attachment Attachment, string Noun, string Address);
