using System.Security.Cryptography;
using Platform.Contracts;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class AttachmentTests
{
    [Fact]
    public void Add_ToADraft_KeepsWhatThePageShows()
    {
        var content = Samples.Pdf();
        var bid = Draft(Round());
        var round = Round();
        var attachment = Attachment
            .Add(
                UploadedFile.Of(Guid.NewGuid(), "Letter.pdf", FileKind.Pdf, content, scan: false),
                bid,
                MayChange(bid, round, Open),
                0,
                Ann,
                Open
            )
            .Value;
        Assert.Equal(
            (bid.Id, Melton, "Letter.pdf", "application/pdf", content.Length, Ann, Open, ScanState.NotScanned, true),
            (
                attachment.FormId,
                attachment.Partnership,
                attachment.Name,
                attachment.ContentType,
                attachment.Size,
                attachment.AddedBy,
                attachment.AddedAt,
                attachment.Scan,
                attachment.IsReadable
            )
        );
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), attachment.Sha256);
        Assert.Null(attachment.ScanDueAt);
    }

    [Fact]
    public void Add_OrRemove_OnlyWhileTheBidCanBeChanged()
    {
        var round = Round();
        var (draft, submitted) = (Draft(round), Submitted(round));
        var file = Add(draft, round).Value;
        Assert.Equal("round-closed", Add(draft, round, at: round.ClosesAt).Outcome.Code);
        Assert.Equal("round-closed", file.Remove(draft, MayChange(draft, round, round.ClosesAt), Ann, round.ClosesAt).Code);
        Assert.Equal("already-submitted", Add(submitted, round).Outcome.Code);
        Assert.Equal("already-submitted", Add(draft, round).Value.Remove(submitted, MayChange(submitted, round, Open), Ann, Open).Code);
        Assert.True(file.IsReadable);
        Assert.Equal(
            Result.Done,
            file.Remove(draft, MayChange(draft, round, round.ClosesAt.AddMilliseconds(-1)), Ann, round.ClosesAt.AddMilliseconds(-1))
        );
        Assert.Equal((Ann, round.ClosesAt.AddMilliseconds(-1)), (file.RemovedBy, file.RemovedAt));
        Assert.Equal(Result.NotFound, file.Remove(draft, MayChange(draft, round, Open), Ann, Open));
    }

    [Fact]
    public void Add_AndRemove_CountAsSavesOfTheSection()
    {
        var (round, bid) = (Round(), Draft(Round()));
        var file = Add(bid, round).Value;
        Assert.Equal(2, bid.Parts[BidSections.Attachments].Version);
        Assert.True(file.Remove(bid, MayChange(bid, round, Open), Ann, Open).IsDone);
        Assert.Equal(3, bid.Parts[BidSections.Attachments].Version);
        Assert.Equal(BidSections.Attachments, Assert.IsType<BidSaved>(bid.TakeRaised()[^1]).Section);
    }

    [Fact]
    public void Restore_MakesTheFilesWhatTheyWereWhenTheBidWasSubmitted()
    {
        var (round, bid) = (Round(), Complete(Round()));
        var (kept, removed) = (Add(bid, round).Value, Add(bid, round).Value);
        var submission = bid.Submit(round.Window(), null, [kept.HandIn(Open), removed.HandIn(Open)], Ann, Open).Value!;
        Assert.Equal("already-submitted", Add(bid, round).Outcome.Code);
        Assert.True(
            bid.SendBack([new(BidSections.Attachments, "The map is of another place")], new(2025, 3, 14), Olu, Open.AddDays(1)).IsDone
        );
        Assert.True(removed.Remove(bid, MayChange(bid, round, Open.AddDays(2)), Ann, Open.AddDays(2)).IsDone);
        var added = Add(bid, round, at: Open.AddDays(2), scan: true).Value;
        foreach (var file in (Attachment[])[kept, removed, added])
            file.Restore(submission.Read().Files, Open.AddDays(60));
        Assert.Equal((null, null, Open.AddDays(60)), (kept.RemovedAt, removed.RemovedAt, added.RemovedAt));
        Assert.Equal((null, null, Person.Platform, null), (removed.RemovedBy, kept.ScanDueAt, added.RemovedBy, added.ScanDueAt));
    }

    [Fact]
    public void Add_WhenAnotherSectionWasSentBack_IsRefused()
    {
        var (round, bid) = (Round(), Submitted(Round()));
        Assert.True(bid.SendBack([new(BidSections.Risks, "Say who watches them")], new(2025, 3, 14), Olu, Open.AddDays(1)).IsDone);
        Assert.Equal("section-not-sent-back", Add(bid, round).Outcome.Code);
    }

    [Fact]
    public void Add_TheTwentyFirst_IsRefused()
    {
        var round = Round();
        Assert.True(Add(Draft(round), round, others: 19).IsDone);
        Assert.Equal([new Problem("File", "You can only select up to 20 files")], Add(Draft(round), round, others: 20).Outcome.Problems);
    }

    [Fact]
    public void Check_SaysWhatIsWrong()
    {
        Assert.Equal(FileKind.Pdf, Attachment.Check(Samples.PdfOf(Attachment.Largest)).Value);
        Assert.Equal("The selected file must be smaller than 10MB", Problem(Samples.PdfOf(Attachment.Largest + 1)));
        Assert.Equal("Select a file", Problem(null));
        Assert.Equal("The selected file is empty", Problem([]));
        Assert.Equal("The selected file must be a PDF, DOCX, XLSX, PNG or JPEG", Problem([1]));
        static string Problem(byte[]? content) => Assert.Single(Attachment.Check(content).Outcome.Problems).Message;
    }

    [Theory]
    [InlineData("Letter.pdf", "Letter.pdf")]
    [InlineData("  LETTER.PDF ", "LETTER.PDF")]
    [InlineData(@"C:\Users\ann\Letter.pdf", "Letter.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("a\r\nSet-Cookie: b.pdf", "a Set-Cookie: b.pdf")]
    [InlineData("gpj.\u202Efdp.exe", "gpj.fdp.exe.pdf")]
    [InlineData("setup.exe", "setup.exe.pdf")]
    [InlineData("Llythyr – cefnogaeth ŵ.pdf", "Llythyr – cefnogaeth ŵ.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData("/", "file.pdf")]
    [InlineData(".pdf", "file.pdf")]
    public void Add_Name_IsTidied(string given, string kept) => Assert.Equal(kept, Named(given, FileKind.Pdf));

    [Fact]
    public void Add_LongName_KeepsItsEnding()
    {
        Assert.Equal(new string('a', 195) + ".jpeg", Named(new string('a', 300) + ".jpeg", FileKind.Jpeg));
        var cutInTwo = Named(new string('a', 195) + "😀😀.pdf", FileKind.Pdf);
        Assert.Equal(new string('a', 195) + ".pdf", cutInTwo);
    }

    [Fact]
    public void Scanned_DecidesWhetherItCanBeRead()
    {
        var round = Round();
        var (clean, infected) = (Add(Draft(round), round, scan: true).Value, Add(Draft(round), round, scan: true).Value);
        Assert.Equal((ScanState.Waiting, false, Open), (clean.Scan, clean.IsReadable, clean.ScanDueAt));
        clean.Scanned(null);
        infected.Scanned("Eicar");
        Assert.Equal((ScanState.Clean, true, null, null), (clean.Scan, clean.IsReadable, clean.VirusFound, clean.ScanDueAt));
        Assert.Equal(
            (ScanState.Infected, false, "Eicar", null),
            (infected.Scan, infected.IsReadable, infected.VirusFound, infected.ScanDueAt)
        );
    }

    [Theory]
    [InlineData(1, "PDF, 1KB")]
    [InlineData(348_000, "PDF, 340KB")]
    [InlineData(10 * 1024 * 1024, "PDF, 10MB")]
    [InlineData(1_300_000, "PDF, 1.2MB")]
    public void KindAndSize_IsAsPeopleSayIt(int bytes, string words) =>
        Assert.Equal(
            words,
            Attachment
                .Add(
                    UploadedFile.Of(Guid.NewGuid(), "a.pdf", FileKind.Pdf, new byte[bytes], false),
                    Draft(Round()),
                    Result.Done,
                    0,
                    Ann,
                    Open
                )
                .Value.KindAndSize
        );

    private static string Named(string name, FileKind kind) =>
        Attachment
            .Add(UploadedFile.Of(Guid.NewGuid(), name, kind, Samples.Pdf(), false), Draft(Round()), Result.Done, 0, Ann, Open)
            .Value.Name;

    private static Result<Attachment> Add(Bid bid, Round round, int others = 0, bool scan = false, DateTimeOffset? at = null) =>
        Attachment.Add(
            UploadedFile.Of(Guid.NewGuid(), "Letter.pdf", FileKind.Pdf, Samples.Pdf(), scan),
            bid,
            MayChange(bid, round, at ?? Open),
            others,
            Ann,
            at ?? Open
        );

    private static Result MayChange(Bid bid, Round round, DateTimeOffset at) => bid.MayChange(BidSections.Attachments, round.Window(), at);
}
