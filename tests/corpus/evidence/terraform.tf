# Federation for the agents.
resource "aws_iam_saml_provider" "example" {
  name                   = "Example"
  saml_metadata_document = file("metadata.xml")
}

resource "aws_iam_role" "agents" {
  name                 = "ConnectAgents"
  max_session_duration = 43200
  assume_role_policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"Federated": "${aws_iam_saml_provider.example.arn}"},
        "Action": "sts:AssumeRoleWithSAML"
      }]
    }
  EOF
}
