namespace Platform.Returns.Tests;

[Rule]
public sealed class ActsTests
{
    [Fact]
    public void EachAct_IsForTheseRoles() =>
        EndpointTable.AssertActs(
            typeof(Acts),
            """
            ReadReturns: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            SeePeople: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner
            ReadUnsubmitted: partner-editor, partner-lead, partner-chair
            WriteReturn: partner-editor, partner-lead
            CertifyReturn: partner-lead
            DeclineReturn: partner-lead
            AnswerReturn: opcc-officer
            ChaseReturns: opcc-officer
            ReadProgrammes: opcc-officer, assessor, finance, monitoring-officer, commissioner, board
            WriteProgrammes: opcc-officer
            AnswerSubject: monitoring-officer
            """
        );
}
