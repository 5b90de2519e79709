using Platform.Contracts;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

// Freedom of information: for the office alone. Drafts are no news.
internal sealed partial class ActivityConsumer :
    IFrom<FoiRequestReceived>, IFrom<FoiClarificationAsked>, IFrom<FoiRequestClarified>, IFrom<FoiRequestExtended>, IFrom<FoiAnswerDrafted>,
    IFrom<FoiRequestAnswered>, IFrom<FoiAnswerPublished>, IFrom<FoiReviewRequested>, IFrom<FoiRequestReviewed>, IFrom<FoiRequestWithdrawn>,
    IFrom<FoiRequestCorrected>, IFrom<FoiRequesterDeleted>
{
    private static Activity? Asked(IEvent happened) => happened switch
    {
        FoiRequestReceived e => Keep(e, e.Request, $"came in, due by {London.Plain(e.Request.DueOn)}"),
        FoiRequestCorrected e => Keep(e, $"What was logged of {e.Request.Reference} was corrected", $"/foi/{e.Request.Reference}", quiet: true, officeOnly: true),
        FoiClarificationAsked e => Keep(e, e.Request, "waits for the requester to say what is meant"),
        FoiRequestClarified e => Keep(e, e.Request, $"was clarified, due by {London.Plain(e.Request.DueOn)}"),
        FoiRequestExtended e => Keep(e, e.Request, $"was extended to {London.Plain(e.Request.DueOn)}"),
        FoiAnswerDrafted e => Keep(e, $"An answer to {e.Request.Reference} was drafted", $"/foi/{e.Request.Reference}", quiet: true, officeOnly: true),
        FoiRequestAnswered e => Keep(e, e.Request, e.Request.WorkingDaysLate == 0 ? "was answered in time" : "was answered late"),
        FoiAnswerPublished e => Keep(e, e.Request, "was put into the disclosure log"),
        FoiReviewRequested e => Keep(e, e.Request, "is to be reviewed"),
        FoiRequestReviewed e => Keep(e, e.Request, "was reviewed"),
        FoiRequestWithdrawn e => Keep(e, e.Request, "was withdrawn"),
        FoiRequesterDeleted e => Keep(e, $"Who asked {e.Request.Reference} was deleted", $"/foi/{e.Request.Reference}", quiet: true, officeOnly: true),
        _ => null,
    };

    private static Activity Keep(IEvent happened, FoiDetails request, string what) =>
        Keep(happened, $"Freedom of information request {request.Reference} {what}: {request.Subject}", $"/foi/{request.Reference}", officeOnly: true);
}
