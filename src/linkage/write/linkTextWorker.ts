// A thread that makes rows of the links file.
import { answerJobs } from "../threads/answerJobs.ts";
import { createLinkText } from "./linkText.ts";

answerJobs(createLinkText, (bytes) => [bytes.buffer]);
