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
                opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator, board
            FollowWork: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator
            ReadTimelines: opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator
            ReadReports: opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator, board
            ReadOverdue: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator, board
            SaveViews: opcc-officer
            RebuildReports: administrator
            ReadAudit: monitoring-officer, administrator
            ReadPapers: opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator, board
            ReadContradictions: opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator
            WritePapers: opcc-officer
            ReadFoi: opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator
            AnswerFoi: opcc-officer, monitoring-officer
            WordFoiLetters: opcc-officer, monitoring-officer
            """
        );
}
