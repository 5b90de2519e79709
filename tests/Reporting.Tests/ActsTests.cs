namespace Platform.Reporting.Tests;

[Rule]
public sealed class ActsTests
{
    [Fact]
    public void EachAct_IsForTheseRoles() =>
        EndpointTable.AssertActs(
            typeof(Acts),
            """
            ReadPartnership: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            FollowWork: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner
            ReadTimelines: opcc-officer, assessor, finance, monitoring-officer, commissioner
            ReadReports: opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            ReadOverdue: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            SaveViews: opcc-officer
            RebuildReports: administrator
            ReadAudit: monitoring-officer, administrator
            ReadPapers: opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            ReadContradictions: opcc-officer, assessor, finance, monitoring-officer, commissioner
            WritePapers: opcc-officer
            ReadFoi: opcc-officer, assessor, finance, monitoring-officer, commissioner
            ReadRequester: opcc-officer, monitoring-officer
            AnswerFoi: opcc-officer, monitoring-officer
            WordFoiLetters: opcc-officer, monitoring-officer
            AnswerSubject: monitoring-officer
            """
        );
}
